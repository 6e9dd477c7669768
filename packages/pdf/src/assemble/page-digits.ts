import { type Chapter, type Entry, type Handbook, toText } from '@octavo/core';
import { entryAnchor } from '@octavo/core/say';
import type { Section } from '../display/bound-book.ts';
import type { Geometry } from '../page/geometry.ts';
import { locate } from './locate.ts';
import { numberPages } from './number-pages.ts';

/** This tells how many digits the page of an entry has, by the entry's number: a reference to it leaves room for them. */
export type PageDigits = Readonly<Record<string, number>>;

/** On the average, these are the letters to an em, the lines around an entry's answer, and the lines at a chapter's head. */
const LETTERS_AN_EM = 2.15;
const LINES_AN_ENTRY = 6;
const LINES_A_CHAPTER = 12;

/** This tells how much there is to print in each chapter, in lines, as well as can be told before they are set. */
export interface Extent {
  readonly chapters: readonly (readonly { readonly number: string; readonly lines: number }[])[];
  /** A page has so many lines. */
  readonly page: number;
}

/** Guesses how many lines the entries take. */
export function extentOf({ chapters }: Handbook, { depth, leading, measure, size }: Geometry): Extent {
  const letters = (measure / size) * LETTERS_AN_EM;
  const linesOf = ({ answer, related }: Entry): number =>
    LINES_AN_ENTRY + toText(answer).length / letters + answer.length * 0.6 + related.length;
  return {
    chapters: chapters.map(({ entries }) =>
      entries.map((entry) => ({ number: entry.number, lines: linesOf(entry) })),
    ),
    page: depth / leading,
  };
}

/** Guesses the digits of pages that are not laid out yet. Lines turn out to be `scale` times their guess. */
export function guessedDigits({ chapters, page }: Extent, scale = 1): PageDigits {
  const digits: Record<string, number> = {};
  let lines = 0;
  for (const entries of chapters) {
    lines = Math.ceil(lines / page) * page + LINES_A_CHAPTER;
    for (const entry of entries) {
      digits[entry.number] = `${Math.floor(lines / page) + 1}`.length;
      lines += entry.lines * scale;
    }
  }
  return digits;
}

/** Returns how many times their guess the lines of some chapters turn out to be, by the pages that they fill. */
export function scaleOf({ chapters, page }: Extent, filled: ReadonlyMap<number, number>): number {
  const missed = (scale: number): number => {
    let sum = 0;
    for (const [index, pages] of filled) {
      const lines = (chapters[index] ?? []).reduce((total, entry) => total + entry.lines * scale, 0);
      sum += Math.abs((LINES_A_CHAPTER + lines) / page + 0.5 - pages);
    }
    return sum;
  };
  const scales = Array.from({ length: 101 }, (_, step) => 0.5 + step / 50);
  return scales.reduce((best, scale) => (missed(scale) < missed(best) ? scale : best), 1);
}

/** Counts the digits of the pages of chapters as they are laid out. */
export function laidOutDigits(chapters: readonly Chapter[], sections: readonly Section[]): PageDigits {
  const pages = numberPages(sections, '');
  const places = locate(sections, pages, 0);
  const digits: Record<string, number> = {};
  for (const { entries } of chapters)
    for (const { number } of entries) {
      const label = pages[places.get(entryAnchor(number))?.page ?? -1]?.label;
      if (label !== undefined) digits[number] = label.length;
    }
  return digits;
}

/** Picks the digits of some entries, in a fixed order; 0 stands for an entry that is not known. */
export function digitsOf(digits: PageDigits, numbers: Iterable<string>): PageDigits {
  return Object.fromEntries([...new Set(numbers)].sort().map((number) => [number, digits[number] ?? 0]));
}
