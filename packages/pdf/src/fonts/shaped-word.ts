import { mirrored } from '../bidi.ts';
import { shownCode } from '../display/show-codes.ts';
import { isInvisible } from './invisible.ts';
import type { ShapedGlyph, Shaper, TextDirection } from './shaper.ts';
import { syllables } from './syllables.ts';

/** This is a glyph of a word. Its lengths are ems. */
export interface WordGlyph {
  readonly id: number;
  /** This is what the glyph looks like: a bracket in text from right to left looks like the other bracket. */
  readonly text: string;
  /** This is what the glyph's letter says, with its marks. All glyphs of a letter have the same. */
  readonly letter: string;
  /** This is the offset of the glyph's letter in the word. */
  readonly cluster: number;
  /** The glyph is drawn here, counted from the word's beginning, and from the baseline upwards. */
  readonly x: number;
  readonly rise: number;
  /** The pen moves so far from where the glyph is drawn. */
  readonly advance: number;
}

/** A part of a line between two spaces. It is shaped once for every place where it stands. Its lengths are ems. */
export interface ShapedWord {
  readonly text: string;
  /** This is what of the text is seen. */
  readonly says: string;
  /** They stand from left to right. */
  readonly glyphs: readonly WordGlyph[];
  readonly width: number;
  /** This is how much of the text's width lies before each UTF-16 unit, as it is read, and behind the last one. */
  readonly edges: readonly number[];
  /**
   * This stands inside of a string in the operand of TJ (see `GlyphRun`): `00120013>-12<0014`. It is undefined when
   * glyphs stand higher than others, or over or before those that are drawn before them.
   */
  readonly show: string | undefined;
  /** The pen is here after `show`, which does not have the kerning behind the last glyph. */
  readonly drawn: number;
  /** Says whether the first glyph has so much less space than its width that it may lie over the next word. */
  readonly isSqueezed: boolean;
  /** Says whether the font has a glyph for every character that is drawn. */
  readonly isCovered: boolean;
  /** What shows the word in the list that is being set, kept here because it is asked for wherever the word stands. */
  readonly shown: { by: object | undefined; show: string | undefined };
}

/** A sign with this much less space than its glyph, in ems, may lie over the next: readers are told what both say. */
export const SQUEEZE = 0.1;

const SELECTOR = /[\ufe00-\ufe0f]/;

/** Shapes a word, all of which runs in one direction. */
export function shapedWord(
  shaper: Shaper,
  unitsPerEm: number,
  text: string,
  features: readonly string[],
  direction: TextDirection,
  isCovered: boolean,
): ShapedWord {
  const all = shaper.shape(text, features, direction);
  // A sign that chooses how the letter before it looks is said together with that letter.
  const isSelector = ({ cluster }: ShapedGlyph): boolean => cluster > 0 && SELECTOR.test(text[cluster] ?? '');
  const shaped = SELECTOR.test(text) ? all.filter((glyph) => !isSelector(glyph)) : all;
  const isReversed = direction === 'rtl';
  const glyphs: WordGlyph[] = [];
  /** This is the width of each letter, by where it begins in the text. */
  const rooms: number[] = [];
  let pen = 0;
  let says = '';
  for (const { start, own, members } of syllables(shaped, text, isReversed)) {
    rooms[start] = 0;
    const letter = seen(own);
    if (letter === '') continue;
    says = isReversed ? letter + says : says + letter;
    const first = glyphs.length;
    for (const { id, advance, xOffset, yOffset } of members) {
      if (members.length > 1 && advance === 0 && id === shaper.space) continue;
      glyphs.push({
        id,
        text: letter,
        letter,
        cluster: start,
        x: (pen + xOffset) / unitsPerEm,
        rise: yOffset / unitsPerEm,
        advance: shaper.advance(id) / unitsPerEm,
      });
      pen += advance;
      rooms[start] += advance;
    }
    // A letter that is one glyph says itself, as nearly every letter does.
    if (members.length === 1 && !isReversed) continue;
    const drawn = glyphs.slice(first);
    const texts = isReversed ? turned(letter, drawn.length) : spoken(members, start, own, drawn.length);
    for (const [at, glyph] of drawn.entries()) glyphs[first + at] = { ...glyph, text: texts[at] ?? '' };
  }
  const edges: number[] = [];
  let read = 0;
  for (let at = 0; at < text.length; at++) {
    // All units of a letter begin where the letter does.
    edges.push(at in rooms || at === 0 ? read / unitsPerEm : (edges[at - 1] ?? 0));
    read += rooms[at] ?? 0;
  }
  edges.push(read / unitsPerEm);
  const { show, drawn } = shown(glyphs, isReversed);
  const ordered = isReversed || show !== undefined ? glyphs : endingLast(glyphs);
  const width = pen / unitsPerEm;
  const isSqueezed = (ordered[0]?.advance ?? 0) - width > SQUEEZE;
  return {
    text,
    says,
    glyphs: ordered,
    width,
    edges,
    show,
    drawn,
    isSqueezed,
    isCovered,
    shown: { by: undefined, show },
  };
}

/** Returns what of a text is seen, with the joiners that shape it; nothing when only joiners are left. */
function seen(text: string): string {
  if (text.length === 1 && text >= ' ' && text <= '~') return text;
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
 * Returns what each glyph of a letter with marks stands for, for readers that do not know ActualText. If the letter and
 * its marks are as many as the glyphs, composed or decomposed, each glyph says one; otherwise the first says all.
 */
function lettersOf(text: string, count: number): readonly string[] {
  if (count === 1) return [text];
  const spelled = (['NFC', 'NFD'] as const).map((form) => [...text.normalize(form)]);
  return spelled.find((letters) => letters.length === count) ?? [text];
}

/** Returns the same from right to left, where the last glyph is read first. */
function turned(letter: string, count: number): readonly string[] {
  if (count <= 1) return [mirrored(letter)];
  const texts = lettersOf(letter, count);
  return Array.from({ length: count }, (_, at) => texts[count - 1 - at] ?? letter);
}

/**
 * Returns what the glyphs of a syllable stand for, from left to right. Each says a part of the syllable in the order in
 * which it is read, whichever glyph stands first. A vowel that is drawn before its consonant says the consonant, and
 * the consonant says the vowel, so that a reader that goes by the order of the glyphs reads the words.
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
  // One character may be drawn as a letter and a mark, of which each glyph says its own. A syllable of more characters
  // is not taken apart, since MuPDF repeats what differs from ActualText.
  const whole = texts.join('');
  const spelled = texts.length < count && [...whole].length === 1 ? lettersOf(whole, count) : [];
  if (spelled.length === count) return spelled;
  // Where there are more parts than glyphs, the last glyph says the rest.
  return texts.length <= count ? texts : [...texts.slice(0, count - 1), texts.slice(count - 1).join('')];
}

/** Puts the glyph that ends a word last, whose end readers take for that of the word. The texts keep their order. */
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

/** A letter may stand so far over the one before it, in ems, and is still read after it. */
const OVERLAP = 0.1;
/** A glyph that is no wider is a mark on what stands before it. */
const MARK = 0.05;

function shown(glyphs: readonly WordGlyph[], isReversed: boolean): Pick<ShapedWord, 'show' | 'drawn'> {
  let show = '';
  let drawn = 0;
  for (let index = 0; index < glyphs.length; index++) {
    const { id, text, x, rise, advance, cluster } = glyphs[index] as WordGlyph;
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
