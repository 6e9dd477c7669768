import type { FontRequest } from '@octavo/core';
import { type FontFamily, family, REGULAR, REGULAR_AND_BOLD } from './font-family.ts';
import { INSTALLABLE } from './installable.ts';

/** A stretch of text is set in one of these; other faces follow for the letters that it lacks. */
export type FontRole = 'serif' | 'sans' | 'code';

const LATIN = ['Latn', 'Grek', 'Cyrl'];
const WITH_ITALICS = ['400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'];

export const ROLES: Readonly<Record<FontRole, FontFamily>> = {
  serif: family('Source Serif 4', LATIN, WITH_ITALICS),
  sans: family('Source Sans 3', LATIN, WITH_ITALICS),
  code: family('Source Code Pro', LATIN, ['400Regular', '400Regular_Italic', '600SemiBold']),
};

export const HEBREW: FontFamily = family('Frank Ruhl Libre', ['Hebr'], REGULAR_AND_BOLD);
export const ARABIC: FontFamily = family('Amiri', ['Arab'], ['400Regular', '700Bold']);
/** These are the serif faces for each form of the Han characters, and for what is written among them. */
export const JAPANESE: FontFamily = family('Noto Serif JP', ['Jpan'], REGULAR_AND_BOLD);
export const SIMPLIFIED: FontFamily = family('Noto Serif SC', ['Hans'], REGULAR_AND_BOLD);
export const TRADITIONAL: FontFamily = family('Noto Serif TC', ['Hant'], REGULAR_AND_BOLD);
export const KOREAN: FontFamily = family('Noto Serif KR', ['Kore'], REGULAR_AND_BOLD);
export const SYMBOLS: FontFamily = family('Noto Sans Symbols 2', ['Zsym'], REGULAR);
export const MATHS: FontFamily = family('Noto Sans Math', ['Zmth'], REGULAR);
export const EMOJI: FontFamily = family('Noto Emoji', ['Zsye'], REGULAR);
/** This family has signs of trades and of keys that Noto Sans Symbols 2 lacks. */
export const MORE_SYMBOLS: FontFamily = family('Noto Sans Symbols', ['Zsym'], REGULAR_AND_BOLD);
/** This family has phonetic letters, and small letters above and below the line. */
export const MORE_LATIN: FontFamily = family('Noto Sans', LATIN, WITH_ITALICS);

/** These are all fallbacks, in the order in which they are tried. */
export const FALLBACKS: readonly FontFamily[] = [
  HEBREW,
  ARABIC,
  JAPANESE,
  SIMPLIFIED,
  TRADITIONAL,
  KOREAN,
  ...[...INSTALLABLE.values()].flat(),
  MORE_LATIN,
  MATHS,
  SYMBOLS,
  MORE_SYMBOLS,
  EMOJI,
];

/** Returns the requests that bring a whole family. */
export function requests(font: FontFamily, optional: boolean): FontRequest[] {
  const { faces, ...family } = font;
  return faces.map((face) => ({ ...family, ...face, optional }));
}
