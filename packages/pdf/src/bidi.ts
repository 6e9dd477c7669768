import bidiModule, { type Bidi } from 'bidi-js';
import type { TextDirection } from './fonts/shaper.ts';

/** These characters stand from right to left, or may make others do so. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\ud802\ud803\ud83a\ud83b]/;

let bidi: Bidi | undefined;

/**
 * Returns the embedding level of each UTF-16 unit of a paragraph (UAX #9); undefined when all run from left to right.
 */
export function bidiLevels(text: string, base: TextDirection): ArrayLike<number> | undefined {
  if (base === 'ltr' && !TURNS.test(text)) return undefined;
  return opened().getEmbeddingLevels(text, base).levels;
}

/** Marks a name, a version or an address, whose parts keep their order in text of either direction (UAX #9, FSI). */
export function isolated(text: string): string {
  return text === '' ? '' : `\u2068${text}\u2069`;
}

/** Returns what a letter looks like from right to left: an opening bracket looks like a closing one. */
export function mirrored(letter: string): string {
  return opened().getMirroredCharacter(letter) ?? letter;
}

function opened(): Bidi {
  // The library exports a CommonJS function, whatever its types say.
  bidi ??= (bidiModule as unknown as typeof bidiModule.default)();
  return bidi;
}

/** Returns the order in which things stand from left to right, by their levels in reading order (UAX #9, L2). */
export function visualOrder(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, index) => index);
  const highest = levels.reduce((most, level) => Math.max(most, level), 0);
  // Level by level, from the highest, each stretch of that level or a higher one is reversed.
  for (let level = highest; level > 0; level--)
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end += 1;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  return order;
}
