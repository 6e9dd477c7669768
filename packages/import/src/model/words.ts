import type { SourceWord } from './source.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** The words of a text, in order, as they are compared: letters and digits in lower case, each CJK character a word. */
export function wordsIn(text: string): readonly string[] {
  return text.normalize('NFC').toLowerCase().match(SPLIT) ?? [];
}

const SPLIT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu;

/** The words of a text with their lines; `line` is that of its first. */
export function wordsAt(text: string, line: number): readonly SourceWord[] {
  const words: SourceWord[] = [];
  text.split('\n').forEach((content, at) => {
    for (const word of wordsIn(content)) words.push({ word, line: line + at });
  });
  return words;
}

/** How many words a text has. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
