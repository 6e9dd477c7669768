import { mirrored } from '../bidi.ts';
import { shownCode } from '../display/show-codes.ts';
import { isInvisible } from './invisible.ts';
import type { ShapedGlyph, Shaper, TextDirection } from './shaper.ts';
import { syllables } from './syllables.ts';

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
  /** What of the text is seen. */
  readonly says: string;
  /** From left to right. */
  readonly glyphs: readonly WordGlyph[];
  readonly width: number;
  /** How much of the text's room is taken before each UTF-16 unit, as it is read; one more than there are units. */
  readonly edges: readonly number[];
  /**
   * Inside of a string of TJ's operand, see `GlyphRun`: `00120013>-12<0014`. Undefined when glyphs stand
   * higher than others, or over or before those that are drawn before them.
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
  let says = '';
  for (const { start, own, members } of syllables(shaped, text, isReversed)) {
    rooms[start] = 0;
    const letter = seen(own);
    if (letter === '') continue;
    says = isReversed ? letter + says : says + letter;
    const drawn: Omit<WordGlyph, 'text'>[] = [];
    for (const { id, advance, xOffset, yOffset } of members) {
      if (members.length > 1 && advance === 0 && id === shaper.space) continue;
      drawn.push({
        id,
        letter,
        cluster: start,
        x: (pen + xOffset) / unitsPerEm,
        rise: yOffset / unitsPerEm,
        advance: shaper.advance(id) / unitsPerEm,
      });
      pen += advance;
      rooms[start] += advance;
    }
    const texts = isReversed ? turned(letter, drawn.length) : spoken(members, start, own, drawn.length);
    for (const [at, glyph] of drawn.entries()) glyphs.push({ ...glyph, text: texts[at] ?? '' });
  }
  const edges: number[] = [];
  let read = 0;
  for (let at = 0; at < text.length; at++) {
    // All units of a letter begin where it does.
    edges.push(at in rooms || at === 0 ? read / unitsPerEm : (edges[at - 1] ?? 0));
    read += rooms[at] ?? 0;
  }
  edges.push(read / unitsPerEm);
  const word = { text, says, width: pen / unitsPerEm, edges, ...shown(glyphs, isReversed) };
  const isWhole = isReversed || word.show !== undefined;
  return { ...word, glyphs: isWhole ? glyphs : endingLast(glyphs) };
}

/** What of a text is seen, with the joiners that shape it; nothing when only those are left. */
function seen(text: string): string {
  const letters = [...text].filter(
    (letter) =>
      letter >= ' ' &&
      (letter <= '~' || letter === ZWNJ || letter === ZWJ || !isInvisible(letter.codePointAt(0) ?? 0)),
  );
  if (letters.every((letter) => letter === ZWNJ || letter === ZWJ)) return '';
  return letters.join('').replaceAll('\u00a0', ' ');
}

const ZWNJ = '\u200c';
const ZWJ = '\u200d';

/**
 * What each glyph of a letter with marks stands for, for readers that do not know ActualText: the letter and
 * its marks where there are as many of them as glyphs, composed or taken apart; otherwise the first says all.
 */
function lettersOf(text: string, count: number): readonly string[] {
  if (count === 1) return [text];
  const spelled = (['NFC', 'NFD'] as const).map((form) => [...text.normalize(form)]);
  return spelled.find((letters) => letters.length === count) ?? [text];
}

/** The same from right to left, where the last glyph is read first. */
function turned(letter: string, count: number): readonly string[] {
  if (count <= 1) return [mirrored(letter)];
  const texts = lettersOf(letter, count);
  return Array.from({ length: count }, (_, at) => texts[count - 1 - at] ?? letter);
}

/**
 * What the glyphs of a syllable stand for, from left to right: each a part of the syllable in the order it is
 * read, whichever of them stands first. A vowel that is drawn before its consonant says the consonant, and the
 * consonant the vowel: so a reader that goes by the order of glyphs reads the words.
 */
function spoken(
  members: readonly ShapedGlyph[],
  start: number,
  own: string,
  count: number,
): readonly string[] {
  const starts = [...new Set(members.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const parts = starts.map((from, index) =>
    seen(own.slice(index === 0 ? 0 : from - start, (starts[index + 1] ?? Infinity) - start)),
  );
  const texts = parts.filter((part) => part !== '');
  // A letter with its marks in one character, drawn as both: each glyph says its own. A syllable of more is not
  // taken apart, since MuPDF repeats what differs from ActualText.
  const whole = texts.join('');
  const spelled = texts.length < count && [...whole].length === 1 ? lettersOf(whole, count) : [];
  if (spelled.length === count) return spelled;
  // More parts than glyphs that are drawn: the last says the rest.
  return texts.length <= count ? texts : [...texts.slice(0, count - 1), texts.slice(count - 1).join('')];
}

/**
 * Puts the glyph that ends a word last, since a reader takes the end of the last one for that of the word. What the
 * glyphs say keeps its order.
 */
function endingLast(glyphs: readonly WordGlyph[]): readonly WordGlyph[] {
  const endOf = (at: number): number => (glyphs[at]?.x ?? 0) + (glyphs[at]?.advance ?? 0);
  let ender = glyphs.length - 1;
  for (let at = ender - 1; at >= 0; at--) if (endOf(at) > endOf(ender)) ender = at;
  const order = [...glyphs.keys()].filter((at) => at !== ender);
  return [...order, ender].map((from, at) => {
    const { text, letter, cluster } = glyphs[at] as WordGlyph;
    return { ...(glyphs[from] as WordGlyph), text, letter, cluster };
  });
}

/** How far back a letter may stand over the one before it and still be read after it, in ems. */
const OVERLAP = 0.1;
/** What is no wider is a mark on what is before it. */
const MARK = 0.05;

function shown(glyphs: readonly WordGlyph[], isReversed: boolean): Pick<ShapedWord, 'show' | 'drawn'> {
  let show = '';
  let drawn = 0;
  for (const [index, { id, text, x, rise, advance, cluster }] of glyphs.entries()) {
    const isOver = isReversed
      ? glyphs[index - 1]?.cluster === cluster
      : index > 0 && (advance < MARK || x < drawn - OVERLAP);
    if (rise !== 0 || isOver || text === '') return { show: undefined, drawn: 0 };
    const shift = Math.round((drawn - x) * 1000);
    if (shift !== 0) show += `>${shift}<`;
    show += shownCode(id);
    drawn += advance - shift / 1000;
  }
  return { show, drawn };
}
