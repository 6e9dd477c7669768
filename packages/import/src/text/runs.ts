import { asks } from '../recognise/asks.ts';
import { isBullet } from './lists.ts';

/** A short line in capitals alone is a heading; the number of a chapter may stand above its name. */
export function isCapitals(run: readonly string[]): boolean {
  const line = run.join(' ');
  const letters = line.replace(/[^\p{L}]/gu, '');
  return (
    (run.length === 1 || (run.length === 2 && /\s(?:[IVXLC]+|\d+)[.:]?\s*$/.test(run[0] ?? ''))) &&
    letters.length >= 4 &&
    line.trim().length <= 80 &&
    letters === letters.toUpperCase() &&
    letters !== letters.toLowerCase() &&
    !/[.;,]$|\S[ \t]{3,}\S/.test(line.trim())
  );
}

/** Says whether lines are code: they are indented, and look like a program or a command line. */
export function isCode(run: readonly string[]): boolean {
  const indent = run
    .map(indentOf)
    .reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  if (indent < 2) return false;
  const signs = run.filter((line) =>
    /^\s*(?:[$>%#]\s|\/|<\w|[\w.-]+\s+-{1,2}\w|(?:sudo|git|npm|pip|cd|make|export|import|from|def|class|for|if|return|var|const|let)\s)|[{};]\s*$|\s=\s|\w\(.*\)\s*;?$|=>|::|\|\|/.test(
      line,
    ),
  ).length;
  // A list may have a formula in an item.
  const share = isBullet(run[0] ?? '') ? 1 : 0.5;
  return signs >= Math.max(1, run.length * share) && !run.some((line) => asks(line) === 1);
}

export function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '        ').length ?? 0;
}

export function dedent(lines: readonly string[]): readonly string[] {
  const indent = lines
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0)
    .reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0).trimEnd());
}
