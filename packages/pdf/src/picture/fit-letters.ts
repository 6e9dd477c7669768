import { extent, type PlacedGlyph } from './placed-glyph.ts';
import { length } from './svg-length.ts';
import type { Letter } from './text-letters.ts';
import type { Walk } from './walk.ts';

/**
 * Makes a chunk of words as long as the `textLength` of its element says (SVG 2, 11.6.2), by space between the letters
 * or by wider letters. An element that is not exactly one chunk stays as it is, and is reported in `walk.unsupported`.
 */
export function fitted(
  glyphs: readonly PlacedGlyph[],
  chunk: readonly Letter[],
  letters: readonly Letter[],
  walk: Walk,
): readonly PlacedGlyph[] {
  const element = chunk.find((letter) => letter.fitted)?.fitted;
  if (!element) return glyphs;
  const wanted = length(element.attributes.textLength, Number.NaN);
  const isWhole = [letters, chunk].every(
    (some) => some.filter((letter) => letter.fitted === element).length === chunk.length,
  );
  const [from, to] = extent(glyphs);
  if (!(wanted > 0) || !isWhole) walk.unsupported.add('textLength');
  else if (to > from)
    return element.attributes.lengthAdjust === 'spacingAndGlyphs'
      ? stretched(glyphs, from, wanted / (to - from))
      : spaced(glyphs, wanted - (to - from));
  return glyphs;
}

function stretched(glyphs: readonly PlacedGlyph[], from: number, stretch: number): readonly PlacedGlyph[] {
  return glyphs.map((glyph) => ({
    ...glyph,
    x: from + (glyph.x - from) * stretch,
    advance: glyph.advance * stretch,
    stretch,
  }));
}

function spaced(glyphs: readonly PlacedGlyph[], room: number): readonly PlacedGlyph[] {
  let gaps = 0;
  const gapsBefore = glyphs.map(({ cluster }, index) => {
    if (index > 0 && cluster !== glyphs[index - 1]?.cluster) gaps += 1;
    return gaps;
  });
  return glyphs.map((glyph, index) => ({
    ...glyph,
    x: glyph.x + (gaps > 0 ? ((gapsBefore[index] ?? 0) * room) / gaps : 0),
  }));
}
