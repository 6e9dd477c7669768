import { type UnspacedScript, wordList } from '../word-lists.ts';

const SCRIPTS: readonly (readonly [UnspacedScript, RegExp])[] = [
  ['Thai', /[\u0e01-\u0e4e]+/g],
  ['Lao', /[\u0e81-\u0ece\u0edc-\u0edf]+/g],
  ['Khmer', /[\u1780-\u17d3\u17d7\u17dd\u200c\u200d]+/g],
  ['Myanmar', /[\u1000-\u103f\u1050-\u108f\u200c\u200d]+/g],
];

/** These letters are of scripts that write no spaces between words. */
const UNSPACED = /[\u0e01-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u109f\u1780-\u17d7]/;

/** These belong to the syllable before: marks, vowels behind their consonant, signs of repetition and abbreviation. */
const NOT_FIRST =
  /[\p{M}\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eaf\u0eb0\u0eb2\u0eb3\u0ebd\u0ec6\u17d7\u200c\u200d]/u;
/** These belong to the syllable behind them: vowels before their consonant, and signs that stack the next consonant. */
const NOT_LAST = /[\u0e40-\u0e44\u0ec0-\u0ec4\u1039\u17d2]/;

/** No word of the lists is longer. */
const LONGEST = 40;
/** A letter that belongs to no word costs so much, where a word costs at most 1. */
const UNKNOWN = 10;

/**
 * Returns where the words of Thai, Lao, Khmer and Burmese begin in a text, except the first, by the dictionaries of
 * ICU. They are chosen so that the fewest letters belong to no word, and then so that there are the fewest words. It
 * does not ask the machine's `Intl.Segmenter`, which knows other words in each release of Node.
 */
export function dictionaryBreaks(text: string): readonly number[] {
  if (!UNSPACED.test(text)) return [];
  return SCRIPTS.flatMap(([script, pattern]) =>
    [...text.matchAll(pattern)].flatMap(({ 0: run, index }) =>
      wordStarts(run, wordList(script)).map((at) => index + at),
    ),
  );
}

/** The cheapest way to a place in a run: where the last word or letter before that place begins. */
interface Way {
  readonly cost: number;
  readonly from: number;
  readonly isWord: boolean;
}

function wordStarts(run: string, words: ReadonlySet<string>): readonly number[] {
  const ways: Way[] = [{ cost: 0, from: 0, isWord: true }];
  const offer = (to: number, way: Way): void => {
    if ((ways[to]?.cost ?? Infinity) > way.cost) ways[to] = way;
  };
  for (let at = 0; at < run.length; at++) {
    const way = ways[at];
    if (!way) continue;
    let isLetter = true;
    for (let to = at + 1; to <= Math.min(run.length, at + LONGEST); to++) {
      if (to < run.length && !mayBegin(run, to)) continue;
      const length = to - at;
      if (words.has(run.slice(at, to)))
        offer(to, { cost: way.cost + 1 - (length * length) / 10_000, from: at, isWord: true });
      if (isLetter) offer(to, { cost: way.cost + UNKNOWN * length, from: at, isWord: false });
      isLetter = false;
    }
    // A syllable may be longer than any word.
    if (isLetter) offer(run.length, { cost: way.cost + UNKNOWN * run.length, from: at, isWord: false });
  }
  const starts: number[] = [];
  for (let at = run.length; at > 0; at = ways[at]?.from ?? 0) {
    const { from, isWord } = ways[at] as Way;
    // Letters that belong to no word stay with the word before them.
    if (isWord && from > 0) starts.push(from);
  }
  return starts.reverse();
}

function mayBegin(run: string, at: number): boolean {
  return !NOT_FIRST.test(run[at] ?? '') && !NOT_LAST.test(run[at - 1] ?? '');
}
