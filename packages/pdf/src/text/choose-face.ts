import type { Face } from '../fonts/face.ts';
import { isInvisible } from '../fonts/invisible.ts';

const LATIN = /[0-9A-Za-z\u00c0-\u024f]/;
const NEUTRAL = /[\s\p{P}]/u;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f|\u200d/u;
/** These fonts are for signs, and their spaces are as wide as the signs. */
const SIGNS = /^(Noto Emoji|Noto Sans Symbols|Noto Sans Math|Source)/;
const KEYCAP = /^[0-9#*]\ufe0f?\u20e3/;
const JOINERS = /[\p{M}\p{Emoji_Modifier}]|\u200c|\u200d/u;
const INSET = 0xfffc;

/** Returns the face of a stack for the letter at an offset, which follows one in `last`; undefined when none has it. */
export function chooseFace(
  letter: string,
  stack: readonly Face[],
  last: Face | undefined,
  text: string,
  offset: number,
): Face | undefined {
  const codePoint = letter.codePointAt(0) ?? 0;
  const first = stack[0];
  // This is the case for nearly every letter of nearly every book.
  if (
    codePoint < 0x2000 &&
    first &&
    (last === undefined || last === first) &&
    first.isLatin &&
    !(text.charCodeAt(offset + 1) >= 0x300) &&
    first.has(codePoint)
  ) {
    return first;
  }
  if (codePoint === INSET || codePoint < 0x20 || (isInvisible(codePoint) && !JOINERS.test(letter)))
    return last ?? first;
  if (
    EMOJI.test(letter) ||
    KEYCAP.test(text.slice(offset, offset + 4)) ||
    text[offset + letter.length] === '\ufe0f'
  ) {
    const emoji = stack.find((face) => face.key.startsWith('Noto Emoji') && face.has(codePoint));
    if (emoji) return emoji;
  }
  if (codePoint < 0x2000 && codePoint > 0x20 && LATIN.test(letter)) {
    const marks = marksAt(text, offset + letter.length);
    const able = stack.filter((face) => face.isLatin && face.has(codePoint));
    const latin = (marks && able.find((face) => hasAll(face, marks))) || able[0];
    if (latin) return latin;
  }
  // Marks, joiners, and spaces and stops between two words of one script have the face of what stands before them.
  if (last && last !== first) {
    if (JOINERS.test(letter)) return last;
    if (NEUTRAL.test(letter) && !SIGNS.test(last.key) && last.has(codePoint)) return last;
  }
  const own = (face: Face): boolean => face.has(codePoint);
  const marks = marksAt(text, offset + letter.length);
  const found = (marks && stack.find((face) => own(face) && hasAll(face, marks))) || stack.find(own);
  return found ?? (isInvisible(codePoint) ? (last ?? first) : undefined);
}

/** Returns the marks that stand on a letter which ends at an offset. */
function marksAt(text: string, offset: number): string {
  MARKS.lastIndex = offset;
  return MARKS.exec(text)?.[0] ?? '';
}

const MARKS = /(?:(?![\ufe00-\ufe0f\u20e3])\p{M})+/uy;

/** A letter and its marks are set in one font if one has all of them: no other font knows where the marks go. */
function hasAll(face: Face, marks: string): boolean {
  return [...marks].every((mark) => face.has(mark.codePointAt(0) ?? 0));
}
