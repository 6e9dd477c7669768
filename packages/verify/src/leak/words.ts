/** So many words in a row are recognised as somebody's. */
export const RUN = 5;

const SEGMENTER = new Intl.Segmenter('und', { granularity: 'word' });

/** One spelling for what is written, printed and painted: compatibility forms, cases and invisible characters fall together. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase();
}

/** The words of a text, in any script, in the spelling in which they are compared. */
export function wordsOf(text: string): readonly string[] {
  return [...SEGMENTER.segment(folded(text))].flatMap(({ segment, isWordLike }) => {
    const letters = segment.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
    return isWordLike && letters !== '' ? [letters] : [];
  });
}

/** Every run of five words, each as its words; a text of fewer words is one run. */
export function runsOf(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length <= RUN) return words.length === 0 ? [] : [words];
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN));
}

/** The letters and digits of a text, so that markup, hyphens and ends of lines between them do not matter. */
export interface Letters {
  readonly all: string;
  /** Where something else stands between two letters, by the offset of the second. */
  readonly breaks: ReadonlySet<number>;
}

/** Takes from a text what is no letter. */
export function lettersOf(text: string): Letters {
  const pieces = folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const breaks = new Set<number>([0]);
  let at = 0;
  for (const piece of pieces) {
    at += piece.length;
    breaks.add(at);
  }
  return { all: pieces.join(''), breaks };
}

/** The names in a text: words with the hyphens, dots and underscores that join them, and each of their parts. */
export function namesIn(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{M}\p{N}]+(?:[-_.][\p{L}\p{M}\p{N}]+)*/gu) ?? []).flatMap((name) =>
    name.includes('.') ? [name, ...name.split('.')] : [name],
  );
}

/** The address of a part of a book, or of a file of one. */
const ADDRESS = /(?<![\p{L}\p{N}])(?:entry|chapter|topic|page)\/[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]*/gu;

/** The ends of addresses in a text, as they are and without the ending of a file: `entry/618.md` and `entry/618`. */
export function addressesIn(text: string): readonly string[] {
  return (text.match(ADDRESS) ?? []).flatMap((found) => {
    const address = found.replace(/\.+$/, '');
    return [address, address.replace(/\.[a-z][a-z\d]*$/i, '')];
  });
}
