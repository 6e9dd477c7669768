import type { Direction } from '../model/answer.ts';
import { escapeMarkup } from '../model/escape-markup.ts';
import type { FittedLines } from './fit-lines.ts';

/** The background of every format's cover, and the color of what is drawn on it: their contrast is at least 7 to 1. */
export const COVER_GROUND = '#1d4a63';
export const COVER_ACCENT = '#d6e4ea';

/** The two voices of a cover. */
export type Face = 'display' | 'text';

const WEIGHTS: Readonly<Record<Face, number>> = { display: 600, text: 400 };

/** Lines of text at a place; `y` is the first baseline, `x` the edge where reading begins. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly fitted: FittedLines;
  readonly face: Face;
  readonly fill: string;
  readonly direction: Direction;
}

/** Line distance in parts of the size: Arabic and Hebrew reach further up and down. */
export function leadingOf(face: Face, direction: Direction): number {
  if (face === 'text') return 1.3;
  return direction === 'rtl' ? 1.35 : 1.12;
}

/** The SVG of placed lines. Families beyond the built-in one are found by the glyphs they hold. */
export function textElement({ x, y, fitted, face, fill, direction }: PlacedText): string {
  const leading = fitted.size * leadingOf(face, direction);
  const anchor = direction === 'rtl' ? 'end' : 'start';
  return fitted.lines
    .map(
      (line, index) =>
        `<text x="${x}" y="${Math.round(y + index * leading)}" fill="${fill}" text-anchor="${anchor}" font-family="Source Serif 4" font-weight="${WEIGHTS[face]}" font-size="${fitted.size}">${escapeMarkup(line)}</text>`,
    )
    .join('');
}
