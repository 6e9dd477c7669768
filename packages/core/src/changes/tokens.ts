/** Scripts that are written without spaces, in which each letter counts as a word. */
const UNSPACED =
  '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Tibt}';

const TOKEN = new RegExp(
  `[${UNSPACED}]\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}_])+(?:(?:['’]|(?<=\\p{N})[.,](?=\\p{N}))(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+)*|\\n|[^\\S\\n]+|[^\\p{L}\\p{N}\\s]\\p{M}*`,
  'gu',
);

/**
 * Cuts a text into words, numbers (1,200.50), spaces, line feeds and signs; joined, they are the text. Intl.Segmenter is not
 * used, because its dictionaries, and with them the list of changes, differ between releases of Node.
 */
export function tokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Says whether a token, or a run of tokens, contains a letter or a digit. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Counts the words of a text; of a script without spaces, its letters. */
export function countWords(text: string): number {
  return tokens(text).filter(saysSomething).length;
}
