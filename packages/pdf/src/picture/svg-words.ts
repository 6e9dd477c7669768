import type { SvgElement } from '@octavo/core/svg';
import { around, type Bounds, corners } from '../display/bounds.ts';
import { IDENTITY, type Matrix, multiply } from '../display/matrix.ts';
import { movedPath } from '../display/path-steps.ts';
import { placeLetters } from './place-letters.ts';
import type { PlacedGlyph } from './placed-glyph.ts';
import { plainValue } from './plain-value.ts';
import type { SvgStyle } from './svg-style.ts';
import { baselineDrop, fontSize, textStack } from './text-font.ts';
import { textLetters } from './text-letters.ts';
import type { Walk } from './walk.ts';

/**
 * Returns the outlines of a text element and of the spans in it, as the attributes of paths in the element's own units.
 * A gradient goes by the box around all cells of the text, which is noted in `walk.boxes`.
 */
export function wordPaths(
  element: SvgElement,
  style: SvgStyle,
  walk: Walk,
): readonly SvgElement['attributes'][] {
  const glyphs = placeLetters(textLetters(element, style, walk), walk);
  const box = around(glyphs.flatMap((glyph) => corners(cell(glyph, walk), IDENTITY)));
  return glyphs.flatMap((glyph) => {
    const d = glyph.id < 0 ? '' : glyph.face.outline(glyph.id);
    if (d === '') return [];
    const { fill, visibility, 'fill-opacity': opacity } = glyph.source.style;
    const ink: Record<string, string> = { stroke: 'none' };
    if (fill !== undefined) ink.fill = plainValue('fill', fill, walk) ?? 'none';
    if (opacity !== undefined) ink['fill-opacity'] = opacity;
    if (visibility !== undefined) ink.visibility = visibility;
    if (!ink.fill?.startsWith('url(') || !box)
      return { ...ink, d, transform: `matrix(${placeOf(glyph, walk).join(' ')})` };
    ink.id = `words-${walk.boxes.size}`;
    walk.boxes.set(ink.id, box);
    return { ...ink, d: movedPath(d, placeOf(glyph, walk)) };
  });
}

/** Returns the matrix from a glyph's own units, in which y points up, to where the glyph stands. */
function placeOf(glyph: PlacedGlyph, walk: Walk): Matrix {
  const { face, size, x, y, xOffset, yOffset, stretch, source } = glyph;
  const scale = size / face.unitsPerEm;
  const down = drop(glyph, walk) - yOffset;
  if (!source.rotate) return [scale * stretch, 0, 0, -scale, x + xOffset * stretch, y + down];
  const angle = (source.rotate * Math.PI) / 180;
  const turn: Matrix = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), x, y];
  return multiply(turn, [scale * stretch, 0, 0, -scale, xOffset * stretch, down]);
}

function drop({ source }: PlacedGlyph, walk: Walk): number {
  const [face] = textStack(walk.fonts, source.style);
  return face ? baselineDrop(source.style, face) : 0;
}

/** Returns the cell of a letter, which is as high as a line of the first face of its style. */
function cell(glyph: PlacedGlyph, walk: Walk): Bounds {
  const { x, y, advance, source } = glyph;
  const { ascent = 0, descent = 0, unitsPerEm = 1 } = textStack(walk.fonts, source.style)[0] ?? {};
  const size = fontSize(source.style);
  const line = (height: number): number => y + drop(glyph, walk) - (height * size) / unitsPerEm;
  return { left: x, top: line(ascent), right: x + advance, bottom: line(descent) };
}
