import type { SvgElement } from '@octavo/core/svg';
import type { Shape } from '../display/display-list.ts';
import type { Matrix } from '../display/matrix.ts';
import { around, type Bounds, corners } from './bounds.ts';
import { fraction } from './fraction.ts';
import { IDENTITY, multiply } from './matrix.ts';
import { placeLetters } from './place-letters.ts';
import type { PlacedGlyph } from './placed-glyph.ts';
import { type Ink, inkOf } from './svg-paint.ts';
import type { SvgStyle } from './svg-style.ts';
import type { Walk } from './svg-walk.ts';
import { baselineDrop, fontSize, textStack } from './text-font.ts';
import { textLetters } from './text-letters.ts';

/** Draws a text element and the spans in it as outlines; a gradient is of the box around them all. */
export function drawWords(
  element: SvgElement,
  matrix: Matrix,
  style: SvgStyle,
  opacity: number,
  walk: Walk,
): void {
  const glyphs = placeLetters(textLetters(element, style, walk), walk);
  const box = around(glyphs.flatMap((glyph) => corners(cell(glyph, walk), IDENTITY)));
  const area = box && { box, reach: box, matrix, viewport: walk.viewport };
  const inks = new Map<SvgStyle, Ink | undefined>();
  for (const glyph of glyphs) {
    const { style: own } = glyph.source;
    const d = glyph.id < 0 ? '' : glyph.face.outline(glyph.id);
    if (d === '' || own.visibility === 'hidden') continue;
    const shape: Shape = { d, matrix: multiply(matrix, placeOf(glyph, walk)) };
    if (walk.outlines) {
      walk.shapes.push(shape);
      continue;
    }
    if (!inks.has(own))
      inks.set(
        own,
        inkOf(own.fill ?? '#000000', own, walk, () => area),
      );
    const ink = inks.get(own);
    if (!ink) continue;
    const clear = opacity * fraction(own['fill-opacity']) * ink.opacity;
    walk.shapes.push({ ...shape, fill: ink.paint, opacity: clear });
  }
}

/** From a glyph's own units, in which y points up, to where it stands. */
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

/** The letter's cell, as high as a line of the style's first face. */
function cell(glyph: PlacedGlyph, walk: Walk): Bounds {
  const { x, y, advance, source } = glyph;
  const { ascent = 0, descent = 0, unitsPerEm = 1 } = textStack(walk.fonts, source.style)[0] ?? {};
  const size = fontSize(source.style);
  const line = (height: number): number => y + drop(glyph, walk) - (height * size) / unitsPerEm;
  return { left: x, top: line(ascent), right: x + advance, bottom: line(descent) };
}
