import type { LetterGlyph } from './shape-letters.ts';
import type { Letter } from './text-letters.ts';

/** This is a glyph where it stands in the picture, in user units. */
export interface PlacedGlyph extends LetterGlyph {
  readonly y: number;
  readonly source: Letter;
  /** The glyph is drawn so many times as wide as it is in its font. */
  readonly stretch: number;
}

/** Returns where the glyphs begin and where they end. */
export function extent(glyphs: readonly PlacedGlyph[]): readonly [number, number] {
  return glyphs.reduce<readonly [number, number]>(
    ([from, to], { x, advance }) => [Math.min(from, x), Math.max(to, x + advance)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
