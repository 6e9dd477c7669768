import { plainSigns } from '@octavo/core/read';
import type { SourceWord } from './source.ts';

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const WITH_CJK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them
const ASCII = /^[\x00-\x7f]*$/;

/** The words of a text, in order, as they are compared: letters in lower case and digits of any script, each CJK character a word. */
export function wordsIn(text: string): readonly string[] {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower.match(/[a-z0-9]+/g) ?? [];
  const normal = plainSigns(lower).normalize('NFC');
  return normal.match(CJK.test(normal) ? WITH_CJK : WORD) ?? [];
}

/** The words of a text with their lines; `line` is that of its first. */
export function wordsAt(text: string, line: number): readonly SourceWord[] {
  if (!text.includes('\n')) return wordsIn(text).map((word) => ({ word, line }));
  const words: SourceWord[] = [];
  text.split('\n').forEach((content, at) => {
    for (const word of wordsIn(content)) words.push({ word, line: line + at });
  });
  return words;
}
