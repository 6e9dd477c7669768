/** A tool's colour on a light and on a dark page; ways of one tool differ in their dashes. */
const COLOURS: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  octavo: ['#2a78d6', '#3987e5'],
  typst: ['#eb6834', '#d95926'],
  pandoc: ['#1baf7a', '#199e70'],
  vivliostyle: ['#e87ba4', '#d55181'],
  hugo: ['#4a3aa7', '#9085e9'],
  eleventy: ['#eda100', '#c98500'],
  asciidoctor: ['#e34948', '#e66767'],
};

/** The class that gives a tool its colour: `typst` for `typst-0.14`. */
export function toolClass(tool: string): string {
  const name = /^[a-z]+/i.exec(tool)?.[0].toLowerCase() ?? '';
  return name in COLOURS ? name : 'other';
}

const colours = (at: 0 | 1): string =>
  Object.entries(COLOURS)
    .map(([name, pair]) => `.${name} { --line: ${pair[at]}; }`)
    .join('\n');

export const STYLE: string = `
svg { --paper: #fcfcfb; --ink: #0b0b0b; --quiet: #52514e; --rule: #e1e0d9; font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; }
.other { --line: #898781; }
${colours(0)}
@media (prefers-color-scheme: dark) {
svg { --paper: #1a1a19; --ink: #ffffff; --quiet: #c3c2b7; --rule: #2c2c2a; }
${colours(1)}
}
.paper { fill: var(--paper); }
.rule { stroke: var(--rule); fill: none; }
text { fill: var(--ink); }
.quiet { fill: var(--quiet); }
.heading { font-size: 18px; font-weight: 600; }
.name { font-size: 14px; font-weight: 600; }
.ours { font-weight: 600; }
.end { text-anchor: end; }
.middle { text-anchor: middle; }
.label { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
.line { fill: none; stroke: var(--line); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.leader { fill: none; stroke: var(--line); opacity: 0.6; }
.point { fill: var(--line); stroke: var(--paper); }
`;
