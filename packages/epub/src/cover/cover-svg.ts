import type { Direction } from '@octavo/core';
import {
  COVER_ACCENT as ACCENT,
  type Face,
  type FitBox,
  type FittedLines,
  fitLines,
  COVER_GROUND as GROUND,
  leadingOf,
  textElement,
} from '@octavo/core/draw';
import type { CoverText } from './cover-text.ts';

/** Pixels; the ratio and size that shops ask for. */
export const COVER = { width: 1600, height: 2560 } as const;

const MARGIN = 150;
const MEASURE = COVER.width - 2 * MARGIN;

/**
 * A cover in SVG: publisher, title and subtitle at the head, the volume's numbers and the edition at the foot.
 * `widthOf` measures a string in a face at size 1.
 */
export function coverSvg(
  text: CoverText,
  direction: Direction,
  widthOf: (text: string, face: Face) => number,
): string {
  const fit = (value: string, box: Omit<FitBox, 'width'>, face: Face): FittedLines =>
    fitLines(value, { ...box, width: MEASURE * 0.98 }, (line) => widthOf(line, face));
  const x = direction === 'rtl' ? COVER.width - MARGIN : MARGIN;
  const at = (y: number, fitted: FittedLines, face: Face, fill: string): string =>
    textElement({ x, y, fitted, face, fill, direction });

  const title = fit(text.title, { maxLines: 5, maxSize: 230, minSize: 84 }, 'display');
  const titleTop = 470;
  const titleEnd = titleTop + title.size * (0.8 + leadingOf('display', direction) * (title.lines.length - 1));
  const subtitle = text.subtitle && fit(text.subtitle, { maxLines: 4, maxSize: 74, minSize: 48 }, 'text');
  const one = (value: string, size: number, face: Face): FittedLines =>
    fit(value, { maxLines: 1, maxSize: size, minSize: 30 }, face);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${COVER.width} ${COVER.height}">`,
    `<rect width="100%" height="100%" fill="${GROUND}"/>`,
    text.publisher ? at(250, one(text.publisher, 52, 'text'), 'text', ACCENT) : '',
    `<rect x="${MARGIN}" y="310" width="${MEASURE}" height="4" fill="${ACCENT}"/>`,
    at(titleTop + title.size * 0.72, title, 'display', '#ffffff'),
    subtitle ? at(titleEnd + 195, subtitle, 'text', '#ffffff') : '',
    text.numerals ? at(2200, one(text.numerals, 190, 'display'), 'display', ACCENT) : '',
    text.range && !text.numerals ? at(2200, one(text.range, 80, 'display'), 'display', ACCENT) : '',
    text.range && text.numerals ? at(2300, one(text.range, 52, 'text'), 'text', '#ffffff') : '',
    at(2400, one(text.edition, 52, 'text'), 'text', '#ffffff'),
    `</svg>`,
  ].join('');
}
