import type { Handbook, IndexTerm } from '../model/documents.generated.ts';
import { byLetter, type LetterGroup, sortedByTerm } from './letters.ts';

/** A heading of the back-of-book index. */
export interface IndexHeading {
  readonly term: string;
  /** The numbers of the entries it leads to, in reading order. */
  readonly numbers: readonly string[];
  readonly below: readonly IndexHeading[];
  /** Its place among its neighbors, from the top down: what a page map names it by. */
  readonly path: readonly number[];
}

interface Draft {
  readonly term: string;
  readonly numbers: Set<string>;
  readonly below: Map<string, Draft>;
}

/** The index of the book: its headings in the order of its language, by letter. Empty when no entry names a term. */
export function indexGroups(handbook: Handbook): readonly LetterGroup<IndexHeading>[] {
  const { language } = handbook;
  const root = new Map<string, Draft>();
  for (const { entries } of handbook.chapters)
    for (const { number, index } of entries)
      for (const term of index) descend(root, term).numbers.add(number);
  let place = 0;
  return byLetter([...root.values()], ({ term }) => term, language).map(({ letter, items }) => ({
    letter,
    items: items.map((draft) => heading(draft, [place++], language)),
  }));
}

/** Whether any entry names a term for the index. */
export function hasIndex(handbook: Handbook): boolean {
  return handbook.chapters.some(({ entries }) => entries.some(({ index }) => index.length > 0));
}

function descend(level: Map<string, Draft>, [first, ...rest]: IndexTerm): Draft {
  const draft = level.get(first) ?? { term: first, numbers: new Set(), below: new Map() };
  level.set(first, draft);
  const [next, ...others] = rest;
  return next === undefined ? draft : descend(draft.below, [next, ...others]);
}

function heading({ term, numbers, below }: Draft, path: readonly number[], language: string): IndexHeading {
  const sorted = sortedByTerm([...below.values()], (draft) => draft.term, language);
  return {
    term,
    numbers: [...numbers],
    below: sorted.map((draft, place) => heading(draft, [...path, place], language)),
    path,
  };
}
