/**
 * Both sides of a text in which git has left a conflict, each whole: ours, and theirs. Undefined when the text
 * contains no conflict.
 */
export function conflictSides(text: string): readonly [ours: string, theirs: string] | undefined {
  const sides: readonly [string[], string[]] = [[], []];
  let into: readonly string[][] = sides;
  let found = false;
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    if (/^<{7}( |$)/.test(line)) {
      found = true;
      into = [sides[0]];
    } else if (/^\|{7}( |$)/.test(line)) into = [];
    else if (into !== sides && /^={7}$/.test(line)) into = [sides[1]];
    else if (into !== sides && /^>{7}( |$)/.test(line)) into = sides;
    else for (const side of into) side.push(line);
  }
  return found ? [sides[0].join('\n'), sides[1].join('\n')] : undefined;
}
