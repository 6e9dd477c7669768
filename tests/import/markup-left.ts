/** Markup of generators and editors that no reader should see; code is no part of a text that is looked at. */
const LEFT: readonly RegExp[] = [
  /\{%[^%]*%\}/,
  /\{\{[^}]*\}\}/,
  /\{:[^}]*\}/,
  /^:::+/m,
  /^!!! \w/m,
  /^\?\?\? \w/m,
  /^=== "/m,
  /<\/?(?:div|span|p|br|table|td|tr|font|center)\b[^>]*>/i,
  /<\/[A-Z]\w+>/,
  /\[\[[^\]]+\]\]/,
  /\[!\w+\]/,
  /^(?:import|export) .* from ['"]/m,
  /&(?:amp|nbsp|quot|lt|gt);/,
  /\[[^\]]*\]\(\S*\)/,
  /:(?:ref|doc|term):`/,
  /^\.\. \w+::/m,
  /¶/,
];

/** The pieces of markup that a text still has. */
export function markupLeft(text: string): readonly string[] {
  return LEFT.flatMap((form) => form.exec(text)?.[0].slice(0, 40) ?? []);
}
