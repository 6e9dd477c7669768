import bidiModule, { type Bidi } from 'bidi-js';
import type { TextDirection } from './fonts/shaper.ts';

/** What may stand from right to left or make others do so. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\ud802\ud803\ud83a\ud83b]/;

let bidi: Bidi | undefined;

/** The embedding level of each UTF-16 unit of a paragraph (UAX #9); undefined when all of it runs from left to right. */
export function bidiLevels(text: string, base: TextDirection): ArrayLike<number> | undefined {
  if (base === 'ltr' && !TURNS.test(text)) return undefined;
  return opened().getEmbeddingLevels(text, base).levels;
}

/** A name, a version or an address, whose parts keep their own order in a text of either direction (UAX #9, FSI). */
export function isolated(text: string): string {
  return text === '' ? '' : `\u2068${text}\u2069`;
}

/** A letter as it looks where it stands from right to left: an opening bracket is a closing one. */
export function mirrored(letter: string): string {
  return opened().getMirroredCharacter(letter) ?? letter;
}

function opened(): Bidi {
  // The library is a CommonJS function, whatever its types say.
  bidi ??= (bidiModule as unknown as typeof bidiModule.default)();
  return bidi;
}

/** The order in which things stand from left to right, given their levels in the order they are read (UAX #9, L2). */
export function visualOrder(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, index) => index);
  // Level by level, from the highest, stretches of that level or a higher one are turned round.
  for (let level = Math.max(0, ...levels); level > 0; level--)
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end += 1;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  return order;
}
