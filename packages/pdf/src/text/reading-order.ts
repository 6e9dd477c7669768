import type { GlyphRow } from './glyph-pen.ts';

/** The order in which the runs of a line are read, given their bidi levels in the order they stand (UAX #9, L2 undone). */
export function readingOrder(levels: readonly number[]): readonly number[] {
  return reversedBy(levelsUpTo(levels), levels);
}

/** The order in which runs stand from left to right, given their bidi levels in the order they are read (UAX #9, L2). */
export function visualOrder(levels: readonly number[]): readonly number[] {
  return reversedBy(levelsUpTo(levels).reverse(), levels);
}

/** From 1 to the highest. */
function levelsUpTo(levels: readonly number[]): number[] {
  return Array.from({ length: Math.max(0, ...levels) }, (_, at) => at + 1);
}

/** Level by level, stretches of that level or a higher one are turned round. */
function reversedBy(steps: readonly number[], levels: readonly number[]): readonly number[] {
  const order = levels.map((_, index) => index);
  for (const level of steps) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end += 1;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  }
  return order;
}

/**
 * The parts of runs that stand from right to left, in the order they are read. Each part is shown as one
 * string, which is what a reader reverses (ISO 32000-1, 14.8.2.5.3): a change of height ends it.
 */
export function readFromRight(runs: readonly GlyphRow[]): GlyphRow[] {
  return runs.flatMap(levelParts).reverse();
}

function levelParts(run: GlyphRow): GlyphRow[] {
  if (run.text !== undefined) return [{ ...run, reversed: true }];
  const parts: GlyphRow[] = [];
  let x = run.x;
  let start = 0;
  for (let at = 1; at <= run.glyphs.length; at++) {
    if (at < run.glyphs.length && run.yOffsets[at] === run.yOffsets[start]) continue;
    const advances = run.advances.slice(start, at);
    parts.push({
      ...run,
      x,
      reversed: true,
      glyphs: run.glyphs.slice(start, at),
      advances,
      naturals: run.naturals.slice(start, at),
      xOffsets: run.xOffsets.slice(start, at),
      yOffsets: run.yOffsets.slice(start, at),
    });
    x += advances.reduce((total, advance) => total + advance, 0);
    start = at;
  }
  return parts;
}
