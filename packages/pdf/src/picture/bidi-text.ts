import { createRequire } from 'node:module';
import type { Bidi } from 'bidi-js';

/** What of a text runs from right to left, and what changes its sides there. */
export interface BidiText {
  /** The embedding level of each UTF-16 unit (UAX #9). */
  readonly levels: ArrayLike<number>;
  /** The text with what stands from right to left mirrored: the parentheses of Hebrew. */
  readonly mirrored: string;
}

/** What may stand from right to left or make others do so. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\ud802\ud803\ud83a\ud83b]/;

let bidi: Bidi | undefined;

/** Resolves the levels of a text in one paragraph; undefined when all of it runs from left to right. */
export function bidiText(text: string, base: 'ltr' | 'rtl'): BidiText | undefined {
  if (base === 'ltr' && !TURNS.test(text)) return undefined;
  bidi ??= openBidi();
  const { levels } = bidi.getEmbeddingLevels(text, base);
  const units = text.split('');
  for (const [at, character] of bidi.getMirroredCharactersMap(text, levels)) units[at] = character;
  return { levels, mirrored: units.join('') };
}

function openBidi(): Bidi {
  // Most books need it for a few words or none: it is loaded with the first of them.
  const factory = createRequire(import.meta.url)('bidi-js') as typeof import('bidi-js').default;
  return factory();
}
