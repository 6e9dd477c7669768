/** Scripts that are written without spaces: a letter is a word. */
const UNSPACED =
  '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Tibt}';

const TOKEN = new RegExp(
  `[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}_])+(?:['’](?:(?![${UNSPACED}])[\\p{L}\\p{N}])+)*|\\n|[^\\S\\n]+|[^\\p{L}\\p{N}\\s]\\p{M}*`,
  'gu',
);

/**
 * A text cut into words, spaces, line feeds and signs; joined they are the text. Not with
 * Intl.Segmenter: its dictionaries differ between releases of Node, and with them the list of changes.
 */
export function tokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Whether a token, or a run of them, holds a letter or a digit. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
