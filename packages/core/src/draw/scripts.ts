import type { FontFile } from '../model/compile.ts';

/** What the built-in faces hold: Latin, Greek and Cyrillic, with digits and punctuation. */
const BUILT_IN: ReadonlySet<string> = new Set(['Latn', 'Grek', 'Cyrl']);

const SCRIPTS: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Kore', /\p{Script=Hangul}/u],
  ['Hans', /\p{Script=Han}/u],
  ['Zsye', /\p{Extended_Pictographic}/u],
  ['Zyyy', /\p{L}/u],
];

/** The scripts of a text that the built-in faces lack (BCP 47 script subtags; `Zyyy` for one unknown here). */
export function foreignScripts(text: string, language: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const character of text) {
    const script = SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0];
    if (script !== undefined && !BUILT_IN.has(script)) found.add(script);
  }
  // Han characters belong to the language around them.
  if (found.has('Hans') && (found.has('Jpan') || /^ja\b/.test(language))) {
    found.delete('Hans');
    found.add('Jpan');
  }
  return found;
}

/** Whether a face is one to draw with: TrueType or OpenType, not a web font. */
export function isDrawable(font: FontFile): boolean {
  const head = String.fromCharCode(...font.bytes.subarray(0, 4));
  return head === 'OTTO' || head === 'true' || head === '\x00\x01\x00\x00';
}
