import { indentOf } from '../text/runs.ts';

/** The line behind those that are indented by at least so much, from `from` on; blank lines between them count. */
export function endOfIndented(lines: readonly string[], from: number, least: number): number {
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    if (indentOf(line) < least) break;
    end = at + 1;
  }
  return end;
}
