import type { SetString } from './set-string.ts';

const SPACE = 0x20;
/** The least a space may become, of its own width. */
export const LEAST_SPACE = 0.6;

/**
 * Fills a line by its word spaces alone; textkit's own justification sets letters apart as well. A
 * line without spaces stays as it is. The positions are this line's own and are changed in place.
 */
export function justify(line: SetString): SetString {
  const glyphs = line.runs.flatMap((run) =>
    (run.glyphs ?? []).map((glyph, index) => ({ glyph, position: run.positions?.[index] })),
  );
  const isSpace = (index: number): boolean => glyphs[index]?.glyph.codePoints.includes(SPACE) ?? false;
  let first = 0;
  let last = glyphs.length - 1;
  while (first < last && isSpace(first)) first += 1;
  while (last > first && isSpace(last)) last -= 1;
  const spaces = glyphs.slice(first, last + 1).filter((_, index) => isSpace(first + index));
  const width = glyphs.reduce((total, { position }) => total + (position?.xAdvance ?? 0), 0);
  const share = ((line.box?.width ?? width) - width) / Math.max(1, spaces.length);
  for (const { position } of spaces) {
    if (position) position.xAdvance = Math.max(position.xAdvance * LEAST_SPACE, position.xAdvance + share);
  }
  return line;
}
