import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontFile } from '../model/compile.ts';
import { type AdvanceWidths, advanceWidths } from './advance-widths.ts';
import { foreignScripts, isDrawable } from './scripts.ts';
import type { Face } from './text-element.ts';

const FACES = [
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
] as const;

/** The letters that a picture is drawn with: the built-in faces, and the given fonts for other scripts. */
export interface Letters {
  /** Of every face, what a drawing is to be given. */
  readonly faces: readonly Uint8Array[];
  /** The width of a line in a face, at size 1. */
  readonly widthOf: (line: string, face: Face) => number;
}

/** The given fonts that hold a script that a text needs beyond the built-in ones. */
export function fontsFor(text: string, language: string, fonts: readonly FontFile[]): readonly FontFile[] {
  const wanted = foreignScripts(text, language);
  return fonts.filter((font) => isDrawable(font) && font.scripts.some((script) => wanted.has(script)));
}

/** Whether a line has only letters of the built-in faces and of these fonts. */
export function canDraw(line: string, language: string, fonts: readonly FontFile[]): boolean {
  const held = new Set(fonts.flatMap((font) => font.scripts));
  return [...foreignScripts(line, language)].every((code) => held.has(code));
}

/** Reads the built-in faces for display and for text, and measures with them and with `fonts`. */
export function lettersOf(fonts: readonly Uint8Array[]): Letters {
  const { resolve } = createRequire(import.meta.url);
  const [display, text] = FACES.map((face) => new Uint8Array(readFileSync(resolve(face))));
  if (!display || !text) throw new Error('the built-in faces are two');
  const others = fonts.map(advanceWidths);
  const measure = (own: AdvanceWidths) => (line: string) =>
    [...line].reduce((total, character) => {
      const widths = [own, ...others].map((width) => width(character));
      const width = widths.find((known) => known !== undefined) ?? 1;
      // Joined letters are narrower than the isolated ones that a face lists.
      return total + (/\p{Script=Arabic}/u.test(character) ? width * 0.75 : width);
    }, 0);
  const own = { display: measure(advanceWidths(display)), text: measure(advanceWidths(text)) };
  return { faces: [display, text, ...fonts], widthOf: (line, face) => own[face](line) };
}
