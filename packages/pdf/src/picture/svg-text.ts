import type { Matrix, Shape } from '../display/display-list.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { isInvisible } from '../fonts/invisible.ts';
import type { Bounds } from './bounds.ts';
import { multiply } from './matrix.ts';
import { length } from './svg-shapes.ts';
import type { SvgStyle } from './svg-style.ts';

/** Draws a picture's words as outlines of the book's sans, so that no other font is needed; in no colour yet. `box` is around their letters' cells. */
export function svgText(
  fonts: FontSet,
  text: string,
  at: { readonly x: number; readonly y: number },
  matrix: Matrix,
  style: SvgStyle,
  onMissing: (character: string) => void,
): { readonly shapes: readonly Shape[]; readonly width: number; readonly box: Bounds } {
  const size = length(style['font-size'], 16);
  const bold = /bold|[6-9]00/.test(style['font-weight'] ?? '');
  const role = /mono|courier|code/i.test(style['font-family'] ?? '')
    ? 'code'
    : /(^|[^-])serif|times|georgia/i.test((style['font-family'] ?? '').replace(/sans-serif/gi, ''))
      ? 'serif'
      : 'sans';
  const stack = fonts.stack(
    { role, weight: bold ? 600 : 400, italic: style['font-style'] === 'italic' },
    'und',
  );
  const outlines: { d: string; x: number; scale: number }[] = [];
  let width = 0;
  for (const letter of text) {
    const codePoint = letter.codePointAt(0) ?? 0;
    const face = stack.find((candidate) => candidate.hasGlyphForCodePoint(codePoint));
    if (!face) {
      if (!isInvisible(codePoint)) onMissing(letter);
      continue;
    }
    const glyph = face.drawn().glyphForCodePoint(codePoint);
    const scale = size / face.unitsPerEm;
    outlines.push({ d: glyph.path?.toSVG() ?? '', x: width, scale });
    width += glyph.advanceWidth * scale;
  }
  const shift = { middle: -width / 2, end: -width }[style['text-anchor'] ?? ''] ?? 0;
  const drop =
    { middle: size * 0.35, central: size * 0.35, hanging: size * 0.75 }[style['dominant-baseline'] ?? ''] ??
    0;
  const shapes = outlines
    .filter(({ d }) => d !== '')
    .map(({ d, x, scale }) => ({
      d,
      matrix: multiply(matrix, [scale, 0, 0, -scale, at.x + shift + x, at.y + drop]),
    }));
  const left = at.x + shift;
  const { ascent = 0, descent = 0, unitsPerEm = 1 } = stack[0] ?? {};
  const line = (height: number): number => at.y + drop - (height * size) / unitsPerEm;
  return { shapes, width, box: { left, top: line(ascent), right: left + width, bottom: line(descent) } };
}
