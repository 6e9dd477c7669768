import type { Entry, Handbook } from '@octavo/core';
import { COVER_ACCENT, type Face, fitLines, type Letters, leadingOf, textElement } from '@octavo/core/draw';
import { printable } from '@octavo/core/hast';
import { editionWords } from '@octavo/core/say';
import { questionText } from '../entry/entry-text.ts';

/** The pixels of a picture, in the ratio that networks show. */
export const CARD = { width: 640, height: 336 } as const;
/** The units that it is drawn in. */
export const UNITS = { width: 800, height: 420 } as const;

const MARGIN = 56;
const MEASURE = UNITS.width - 2 * MARGIN;

/** The words of an entry's picture. */
export function cardWords(handbook: Handbook, entry: Entry): readonly string[] {
  return [handbook.title, entry.number, questionText(entry), editionWords(handbook)].map(printable);
}

/** What is drawn on the ground of an entry's picture: the book's title, number, question and edition, as on the cover. */
export function cardSvg(
  [title = '', number = '', question = '', edition = '']: readonly string[],
  { direction }: Handbook,
  { widthOf }: Letters,
): string {
  const x = direction === 'rtl' ? UNITS.width - MARGIN : MARGIN;
  const at = (
    y: number,
    text: string,
    face: Face,
    lines: number,
    sizes: readonly [number, number],
    fill: string,
  ) => {
    const box = { width: MEASURE * 0.98, maxLines: lines, maxSize: sizes[0], minSize: sizes[1] };
    const fitted = fitLines(text, box, (line) => widthOf(line, face));
    return textElement({ x, y, fitted, face, fill, direction });
  };
  const leading = leadingOf('display', direction) > 1.2 ? 218 : 226;
  return [
    at(62, title, 'text', 1, [24, 14], COVER_ACCENT),
    `<rect x="${MARGIN}" y="82" width="${MEASURE}" height="2" fill="${COVER_ACCENT}"/>`,
    at(158, number, 'display', 1, [64, 30], COVER_ACCENT),
    at(leading, question, 'display', 4, [46, 24], '#ffffff'),
    at(388, edition, 'text', 1, [20, 14], '#ffffff'),
  ].join('');
}
