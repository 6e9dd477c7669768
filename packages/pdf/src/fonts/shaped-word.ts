import { mirrored } from '../bidi.ts';
import { shownCode } from '../text/show-codes.ts';
import { isInvisible } from './invisible.ts';
import type { ShapedGlyph, Shaper, TextDirection } from './shaper.ts';

/** A glyph of a word. Lengths are ems. */
export interface WordGlyph {
  readonly id: number;
  /** What it stands for, as it looks: a bracket that stands from right to left for the other one. */
  readonly text: string;
  /** What its letter says, marks included: the same for all glyphs of the letter. */
  readonly letter: string;
  /** The offset of its letter in the word. */
  readonly cluster: number;
  /** Where it is drawn, from the word's beginning and from the baseline upwards. */
  readonly x: number;
  readonly rise: number;
  /** Where it leaves the pen, from where it is drawn. */
  readonly advance: number;
}

/** A part of a line between two spaces, shaped once for every place it stands in. Lengths are ems. */
export interface ShapedWord {
  readonly text: string;
  /** From left to right. */
  readonly glyphs: readonly WordGlyph[];
  readonly width: number;
  /** How much of the text's room is taken before each UTF-16 unit, as it is read; one more than there are units. */
  readonly edges: readonly number[];
  /**
   * Inside of a string of TJ's operand, see `GlyphRun`: `00120013>-12<0014`. Undefined when glyphs stand
   * higher than others, or a letter is made of several.
   */
  readonly show: string | undefined;
  /** Where `show` leaves the pen: kerning behind the last glyph is not in it. */
  readonly drawn: number;
}

const SELECTOR = /[\ufe00-\ufe0f]/;

/** Shapes a word, all of it in one direction. */
export function shapedWord(
  shaper: Shaper,
  unitsPerEm: number,
  text: string,
  features: readonly string[],
  direction: TextDirection,
): ShapedWord {
  const all = shaper.shape(text, features, direction);
  // A sign that chooses how the letter before it looks is said with that.
  const isSelector = ({ cluster }: ShapedGlyph): boolean => cluster > 0 && SELECTOR.test(text[cluster] ?? '');
  const shaped = SELECTOR.test(text) ? all.filter((glyph) => !isSelector(glyph)) : all;
  const isReversed = direction === 'rtl';
  const glyphs: WordGlyph[] = [];
  /** The room of each letter, by where it begins in the text. */
  const rooms: number[] = [];
  let pen = 0;
  let before = text.length;
  for (let from = 0, end = 0; from < shaped.length; from = end) {
    const start = shaped[from]?.cluster ?? 0;
    while (end < shaped.length && shaped[end]?.cluster === start) end += 1;
    const own = text.slice(start, isReversed ? before : (shaped[end]?.cluster ?? text.length));
    before = start;
    rooms[start] = 0;
    if (isUnseen(own)) continue;
    const letter = own === '\u00a0' ? ' ' : own;
    const texts = end - from > 1 ? lettersOf(letter, end - from) : undefined;
    for (let at = from; at < end; at++) {
      const { id, advance, xOffset, yOffset } = shaped[at] as ShapedGlyph;
      if (end - from > 1 && advance === 0 && id === shaper.space) continue;
      glyphs.push({
        id,
        text: texts?.[isReversed ? end - 1 - at : at - from] ?? (isReversed ? mirrored(letter) : letter),
        letter,
        cluster: start,
        x: (pen + xOffset) / unitsPerEm,
        rise: yOffset / unitsPerEm,
        advance: shaper.advance(id) / unitsPerEm,
      });
      pen += advance;
      rooms[start] += advance;
    }
  }
  const edges: number[] = [];
  let read = 0;
  for (let at = 0; at < text.length; at++) {
    // All units of a letter begin where it does.
    edges.push(at in rooms || at === 0 ? read / unitsPerEm : (edges[at - 1] ?? 0));
    read += rooms[at] ?? 0;
  }
  edges.push(read / unitsPerEm);
  return { text, glyphs, width: pen / unitsPerEm, edges, ...shown(glyphs) };
}

/** Whether nothing of a text is drawn. */
function isUnseen(text: string): boolean {
  return [...text].every(
    (letter) => letter < ' ' || (letter > '~' && isInvisible(letter.codePointAt(0) ?? 0)),
  );
}

/**
 * What each glyph of a letter with marks stands for, for readers that do not know ActualText: the letter and
 * its marks where there are as many of them as glyphs, composed or taken apart; otherwise the whole.
 */
function lettersOf(text: string, count: number): readonly string[] {
  const spelled = (['NFC', 'NFD'] as const).map((form) => [...text.normalize(form)]);
  return spelled.find((letters) => letters.length === count) ?? [];
}

function shown(glyphs: readonly WordGlyph[]): Pick<ShapedWord, 'show' | 'drawn'> {
  let show = '';
  let drawn = 0;
  for (const [index, { id, x, rise, advance, cluster }] of glyphs.entries()) {
    if (rise !== 0 || glyphs[index - 1]?.cluster === cluster) return { show: undefined, drawn: 0 };
    const shift = Math.round((drawn - x) * 1000);
    if (shift !== 0) show += `>${shift}<`;
    show += shownCode(id);
    drawn += advance - shift / 1000;
  }
  return { show, drawn };
}
