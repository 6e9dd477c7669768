import { type Chapter, type Handbook, toText } from '@octavo/core';
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

/** Guesses the digits of pages that are not laid out yet from how much there is to print. */
export function guessedDigits(
  { chapters }: Handbook,
  { depth, leading, measure, size }: Geometry,
): PageDigits {
  const letters = (measure / size) * LETTERS_AN_EM;
  const digits: Record<string, number> = {};
  const page = depth / leading;
  let lines = 0;
  for (const { entries } of chapters) {
    lines = Math.ceil(lines / page) * page + LINES_A_CHAPTER;
    for (const { number, answer, related } of entries) {
      digits[number] = `${Math.floor(lines / page) + 1}`.length;
      lines += LINES_AN_ENTRY + toText(answer).length / letters + answer.length * 0.6 + related.length;
    }
  }
  return digits;
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
