import { bidiLevels, visualOrder } from '../bidi.ts';
import type { Face } from '../fonts/face.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { isInvisible } from '../fonts/invisible.ts';
import { chooseFace } from '../text/choose-face.ts';
import { length } from './svg-length.ts';
import { fontSize, textStack } from './text-font.ts';
import type { Letter } from './text-letters.ts';

/** This is a glyph in a line of words that begins at 0. Its lengths are user units. */
export interface LetterGlyph {
  readonly face: Face;
  readonly id: number;
  readonly size: number;
  /** This is the index of the first letter that the glyph stands for. */
  readonly letter: number;
  /** This is the index of the letter that a mark stands on; any other glyph has its own here. */
  readonly cluster: number;
  readonly x: number;
  readonly advance: number;
  readonly xOffset: number;
  /** The offset counts upwards. */
  readonly yOffset: number;
}

/** These letters are shaped together. */
interface Stretch {
  readonly face: Face;
  readonly size: number;
  readonly level: number;
  readonly spacing: number;
  readonly start: number;
  text: string;
}

const MARK = /^\p{M}$/u;
/** The letters of these scripts join, so no space is put between them (CSS Text 3, 8.2.1). */
const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}]/u;
const NO_LIGATURES: readonly string[] = ['-liga', '-clig', '-dlig'];
const ALL_FEATURES: readonly string[] = [];

/** Shapes a line of words, and returns its glyphs from left to right. `onMissing` hears of what no face has. */
export function shapeLetters(
  letters: readonly Letter[],
  fonts: FontSet,
  direction: 'ltr' | 'rtl',
  onMissing: (character: string) => void,
): readonly LetterGlyph[] {
  const stretches = stretchesOf(letters, fonts, direction, onMissing);
  const glyphs: LetterGlyph[] = [];
  let x = 0;
  for (const index of visualOrder(stretches.map(({ level }) => level))) {
    const stretch = stretches[index];
    if (!stretch) continue;
    const own = shapeStretch(stretch, letters);
    for (const [at, glyph] of own.entries()) {
      const isLast = own[at + 1]?.cluster !== glyph.cluster;
      const spaced = isLast && !JOINED.test(letters[glyph.letter]?.text ?? '') ? stretch.spacing : 0;
      const advance = glyph.advance + spaced;
      glyphs.push({ ...glyph, x, advance });
      x += advance;
    }
  }
  return glyphs;
}

function stretchesOf(
  letters: readonly Letter[],
  fonts: FontSet,
  direction: 'ltr' | 'rtl',
  onMissing: (character: string) => void,
): readonly Stretch[] {
  const text = letters.map((letter) => letter.text).join('');
  const levels = bidiLevels(text, direction);
  const out: Stretch[] = [];
  let at = 0;
  let last: Face | undefined;
  for (const [index, letter] of letters.entries()) {
    const stack = textStack(fonts, letter.style);
    const face = chooseFace(letter.text, stack, last && stack.includes(last) ? last : undefined, text, at);
    const level = levels?.[at] ?? 0;
    at += letter.text.length;
    if (!face) {
      if (!isInvisible(letter.text.codePointAt(0) ?? 0)) onMissing(letter.text);
      continue;
    }
    last = face;
    const size = fontSize(letter.style);
    const spacing = length(letter.style['letter-spacing'], 0, size);
    const open = out.at(-1);
    const goesOn =
      open !== undefined &&
      open.start + [...open.text].length === index &&
      open.face === face &&
      open.size === size &&
      open.level === level &&
      open.spacing === spacing &&
      // A letter that is moved must not become part of a ligature. Letters from right to left stay together, since they
      // join.
      (level % 2 === 1 || !isMoved(letter));
    if (goesOn) open.text += letter.text;
    else out.push({ face, size, level, spacing, start: index, text: letter.text });
  }
  return out;
}

function isMoved({ dx, dy, rotate }: Letter): boolean {
  return Boolean(dx || dy || rotate);
}

/** Returns the glyphs of a stretch from left to right. */
function shapeStretch(
  { face, size, level, spacing, start, text }: Stretch,
  letters: readonly Letter[],
): readonly Omit<LetterGlyph, 'x'>[] {
  const scale = size / face.unitsPerEm;
  const features = spacing === 0 ? ALL_FEATURES : NO_LIGATURES;
  /** For each UTF-16 offset this holds the letter that begins there and the letter that it stands on, if a mark. */
  const places = new Map<number, { readonly letter: number; readonly cluster: number }>();
  let cluster = start;
  let at = 0;
  for (const [index, own] of [...text].entries()) {
    const letter = start + index;
    if (!MARK.test(letters[letter]?.text ?? '')) cluster = letter;
    places.set(at, { letter, cluster });
    at += own.length;
  }
  return face
    .shape(text, features, level % 2 === 1 ? 'rtl' : 'ltr')
    .map(({ id, cluster: offset, advance, xOffset, yOffset }) => {
      const place = places.get(offset) ?? { letter: start, cluster: start };
      const isDrawn = !isInvisible(text.codePointAt(offset) ?? 0);
      return {
        face,
        id: isDrawn ? id : -1,
        size,
        ...place,
        advance: isDrawn ? advance * scale : 0,
        xOffset: xOffset * scale,
        yOffset: yOffset * scale,
      };
    });
}
