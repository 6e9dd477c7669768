import type { LetterGlyph } from './shape-letters.ts';
import type { Letter } from './text-letters.ts';

/** A glyph where it stands in the picture, in user units. */
export interface PlacedGlyph extends LetterGlyph {
  readonly y: number;
  readonly source: Letter;
  /** How much wider it is than in its font. */
  readonly stretch: number;
}

/** Where glyphs begin and end. */
export function extent(glyphs: readonly PlacedGlyph[]): readonly [number, number] {
  return glyphs.reduce<readonly [number, number]>(
    ([from, to], { x, advance }) => [Math.min(from, x), Math.max(to, x + advance)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
