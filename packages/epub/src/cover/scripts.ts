import type { FontFile } from '@octavo/core';

/** What the built-in faces hold: Latin, Greek and Cyrillic, with digits and punctuation. */
const BUILT_IN: readonly string[] = ['Latn', 'Grek', 'Cyrl'];

const SCRIPTS: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Kore', /\p{Script=Hangul}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Zsye', /\p{Extended_Pictographic}/u],
];

/** Script codes that write Han characters too. */
const HAN: ReadonlySet<string> = new Set(['Hani', 'Hans', 'Hant', 'Jpan', 'Kore']);

/** A face that can be drawn with: TrueType or OpenType, not a web font. */
export function isDrawable(font: FontFile): boolean {
  const head = String.fromCharCode(...font.bytes.subarray(0, 4));
  return head === 'OTTO' || head === 'true' || head === '\x00\x01\x00\x00';
}

/** Whether the built-in faces and the given ones have the letters of a text. */
export function canDraw(text: string, fonts: readonly FontFile[]): boolean {
  const held = new Set([...BUILT_IN, ...fonts.flatMap((font) => font.scripts)]);
  return [...text].every((character) => {
    const script = SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0];
    if (script === undefined) return !/\p{L}/u.test(character);
    return script === 'Hani' ? [...HAN].some((code) => held.has(code)) : held.has(script);
  });
}
