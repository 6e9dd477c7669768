import type { Direction } from '@octavo/core';
import type { CoverText } from './cover-text.ts';
import { type FitBox, type FittedLines, fitLines } from './fit-lines.ts';
import { escapeSvg, type Face, leadingOf, textElement } from './text-element.ts';

/** Pixels; the ratio and size that shops ask for. */
export const COVER = { width: 1600, height: 2560 } as const;

const MARGIN = 150;
const MEASURE = COVER.width - 2 * MARGIN;

/** A ground, and what is drawn on it: every pair has a contrast of at least 7 to 1. */
const PALETTES = [
  { ground: '#12263f', accent: '#e9b872' },
  { ground: '#3a1d2e', accent: '#e8b4a0' },
  { ground: '#13322b', accent: '#d9c58b' },
  { ground: '#2b2440', accent: '#c9b8e8' },
  { ground: '#3b2417', accent: '#e5c29f' },
  { ground: '#1d2b33', accent: '#9fc9d6' },
] as const;

/**
 * A cover in SVG: publisher, title and subtitle at the head, the volume's numbers and the edition at the foot,
 * and between them a sheet folded thrice into the eight leaves of an octavo. `widthOf` measures a string in a
 * face at size 1. The colours follow from `seed`, so that a book keeps them.
 */
export function coverSvg(
  text: CoverText,
  direction: Direction,
  seed: string,
  widthOf: (text: string, face: Face) => number,
): string {
  const palette = PALETTES[sum(seed) % PALETTES.length] ?? PALETTES[0];
  const fit = (value: string, box: Omit<FitBox, 'width'>, face: Face): FittedLines =>
    fitLines(value, { ...box, width: MEASURE * 0.98 }, (line) => widthOf(line, face));
  const x = direction === 'rtl' ? COVER.width - MARGIN : MARGIN;
  const at = (y: number, fitted: FittedLines, face: Face, fill: string): string =>
    textElement({ x, y, fitted, face, fill, direction });

  const title = fit(text.title, { maxLines: 5, maxSize: 230, minSize: 84 }, 'display');
  const titleTop = 470;
  const titleEnd = titleTop + title.size * (0.8 + leadingOf('display', direction) * (title.lines.length - 1));
  const subtitle = text.subtitle && fit(text.subtitle, { maxLines: 4, maxSize: 74, minSize: 48 }, 'text');
  const subtitleEnd = subtitle ? titleEnd + 170 + subtitle.lines.length * subtitle.size * 1.3 : titleEnd;
  const one = (value: string, size: number, face: Face): FittedLines =>
    fit(value, { maxLines: 1, maxSize: size, minSize: 30 }, face);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${COVER.width} ${COVER.height}">`,
    `<rect width="100%" height="100%" fill="${palette.ground}"/>`,
    text.publisher ? at(250, one(text.publisher, 52, 'text'), 'text', palette.accent) : '',
    `<rect x="${MARGIN}" y="310" width="${MEASURE}" height="4" fill="${palette.accent}"/>`,
    at(titleTop + title.size * 0.72, title, 'display', '#ffffff'),
    subtitle ? at(titleEnd + 195, subtitle, 'text', '#ffffff') : '',
    sheet(Math.max(subtitleEnd + 140, 1330), 1960, palette.accent),
    text.numerals ? at(2200, one(text.numerals, 190, 'display'), 'display', palette.accent) : '',
    text.range && !text.numerals ? at(2200, one(text.range, 80, 'display'), 'display', palette.accent) : '',
    text.range && text.numerals ? at(2300, one(text.range, 52, 'text'), 'text', '#ffffff') : '',
    at(2400, one(text.edition, 52, 'text'), 'text', '#ffffff'),
    `</svg>`,
  ].join('');
}

/** Eight leaves, four by two, between two heights; nothing when a long title leaves no room. */
function sheet(top: number, bottom: number, stroke: string): string {
  const height = bottom - top;
  if (height < 240) return '';
  const leaf = { width: MEASURE / 4, height: height / 2 };
  const lines = [0, 1, 2, 3, 4].map((i) => `M${MARGIN + i * leaf.width} ${top}v${height}`);
  const folds = [0, 1, 2].map((i) => `M${MARGIN} ${top + i * leaf.height}h${MEASURE}`);
  return `<path d="${escapeSvg([...lines, ...folds].join(''))}" fill="none" stroke="${stroke}" stroke-width="3" stroke-opacity="0.55"/>`;
}

function sum(seed: string): number {
  return [...seed].reduce((total, character) => (total * 31 + (character.codePointAt(0) ?? 0)) % 65521, 7);
}
