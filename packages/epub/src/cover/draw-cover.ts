import { createHash } from 'node:crypto';
import type { CompileOptions, Direction, FontFile, Handbook } from '@octavo/core';
import {
  COVER_ACCENT as ACCENT,
  canDraw,
  encodePng,
  type Face,
  type FitBox,
  type FittedLines,
  fitLines,
  fontsFor,
  COVER_GROUND as GROUND,
  leadingOf,
  lettersOf,
  textElement,
  toPixels,
} from '@octavo/core/draw';
import { printable } from '@octavo/core/hast';
import type { VFileMessage } from 'vfile-message';
import { message } from '../message.ts';
import { type CoverText, coverText } from './cover-text.ts';

/** Pixels; the ratio and size that shops ask for. */
const COVER = { width: 1600, height: 2560 } as const;

const MARGIN = 150;
const MEASURE = COVER.width - 2 * MARGIN;

/**
 * A cover in SVG: publisher, title and subtitle at the head, the volume's numbers and the edition at the foot.
 * `widthOf` measures a string in a face at size 1.
 */
function coverSvg(
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

/** A drawn cover, and the lines that it could not show. */
export interface DrawnCover {
  readonly png: Uint8Array;
  readonly messages: readonly VFileMessage[];
}

/**
 * Draws a cover of 1600 by 2560 pixels from the edition's own data. Letters come from the built-in faces and
 * from `options.fonts`; a line in a script that none of them has is left out and reported. `options.cache`
 * keeps the picture.
 */
export async function drawCover(handbook: Handbook, options: CompileOptions): Promise<DrawnCover> {
  const words = coverText(handbook);
  const faces = fontsFor(Object.values(words).join(' '), handbook.language, options.fonts ?? []);
  const { text, dropped } = drawable(words, handbook.language, faces);
  const bytes = faces.map((font) => font.bytes);
  const key = `epub-cover-2-${digest(JSON.stringify([text, handbook.direction, handbook.id]), bytes)}`;
  const kept = await options.cache?.get(key);
  const png = kept ?? (await draw(text, handbook, bytes));
  if (!kept) await options.cache?.put(key, png);
  return {
    png,
    messages: dropped.map((line) =>
      message('cover-script', {
        reason: `The drawn cover leaves out "${line}": no font for its script was given; supply one, or a cover image`,
        severity: 'warning',
      }),
    ),
  };
}

async function draw(text: CoverText, handbook: Handbook, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
  const { faces, widthOf } = lettersOf(fonts);
  const svg = coverSvg(text, handbook.direction, widthOf);
  return encodePng(await toPixels(svg, COVER.width, faces));
}

function digest(text: string, files: readonly Uint8Array[]): string {
  const hash = createHash('sha256').update(text);
  for (const file of files) hash.update(file);
  return hash.digest('hex');
}

/** The lines that the faces can show, and those that they cannot. */
function drawable(
  text: CoverText,
  language: string,
  faces: readonly FontFile[],
): { readonly text: CoverText; readonly dropped: readonly string[] } {
  const lines = Object.entries(text).map(([name, line]) => [name, printable(line)] as const);
  const kept = lines.filter(([, line]) => canDraw(line, language, faces));
  return {
    text: { title: '', edition: '', ...Object.fromEntries(kept) },
    dropped: lines.filter(([, line]) => !canDraw(line, language, faces)).map(([, line]) => line),
  };
}
