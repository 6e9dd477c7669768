import { random, shuffled } from './random.ts';
import type { SeedEntry } from './seed.ts';

/** One entry of the corpus, before it has the form of any tool. */
export interface CorpusEntry {
  readonly number: number;
  /** `q-17`. */
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  /** Numbers: one of the same chapter, one of anywhere. */
  readonly links: readonly [number, number];
  readonly code?: readonly string[];
  /** Rows of three cells, without the head. */
  readonly table?: readonly (readonly string[])[];
  readonly list?: readonly string[];
  readonly terms: readonly string[];
}

export interface Corpus {
  readonly title: string;
  readonly chapters: readonly (readonly CorpusEntry[])[];
  readonly entry: (number: number) => CorpusEntry;
}

export const CHAPTER = 25;
const EVERY = 20;
export const TABLE_HEAD: readonly string[] = ['Key', 'Value', 'Number'];

/**
 * A handbook of `size` entries, always the same: some 96 words each, in chapters of 25, with two
 * cross-links; one in twenty has code, one a table, one a list. `edited` gets a sentence more.
 */
export function corpus(seed: readonly SeedEntry[], size: number, edited?: number): Corpus {
  const entries = Array.from({ length: size }, (_, index) => corpusEntry(seed, index + 1, size, edited));
  const chapters = Array.from({ length: Math.ceil(size / CHAPTER) }, (_, at) =>
    entries.slice(at * CHAPTER, (at + 1) * CHAPTER),
  );
  return {
    title: `Handbook of ${size} answers`,
    chapters,
    entry: (number) => entries[number - 1] as CorpusEntry,
  };
}

function corpusEntry(seed: readonly SeedEntry[], number: number, size: number, edited?: number): CorpusEntry {
  const from = seed[(number - 1) % seed.length] as SeedEntry;
  const next = random(Math.imul(number, 2654435761));
  const [first = 'What', ...rest] = from.question;
  const sentences = from.sentences.map((words) => sentence(shuffled(words, next)));
  if (number === edited) sentences.push('Edited sentence number one.');
  const start = Math.floor((number - 1) / CHAPTER) * CHAPTER;
  const words = shuffled(from.sentences.flat(), next);
  const kind = number % EVERY;
  return {
    number,
    id: `q-${number}`,
    question: `${[first, ...shuffled(rest, next)].join(' ')}?`,
    answer: sentences.join(' '),
    links: [other(number, start, Math.min(CHAPTER, size - start), next), other(number, 0, size, next)],
    terms: [...new Set(words.slice(6, 8).map((word) => word.toLowerCase()))],
    ...(kind === 7 ? { code: words.slice(0, 5).map((word, line) => assignment(word, number, line)) } : {}),
    ...(kind === 12
      ? {
          table: [0, 1, 2, 3, 4].map((row) => [...words.slice(row * 3, row * 3 + 2), `${number + row}`]),
        }
      : {}),
    ...(kind === 17 ? { list: words.slice(0, 6).map((word) => `${word} ${number}`) } : {}),
  };
}

function sentence(words: readonly string[]): string {
  const text = words.join(' ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

/** A number from `start + 1` to `start + count` that is not `number`. */
function other(number: number, start: number, count: number, next: () => number): number {
  const found = start + 1 + Math.floor(next() * count);
  return found === number ? start + 1 + ((number - start) % count) : found;
}

function assignment(word: string, number: number, line: number): string {
  return `const ${word.replace(/[^A-Za-z]/g, '') || 'x'}${number}_${line} = ${number * 7 + line};`;
}
