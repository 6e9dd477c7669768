import type { Handbook } from '@octavo/core';

/** A heading of the index, with the entries it leads to. */
export interface IndexHeading {
  readonly term: string;
  readonly numbers: readonly string[];
  readonly children: readonly IndexHeading[];
}

interface Growing {
  readonly term: string;
  readonly numbers: Set<string>;
  readonly children: Map<string, Growing>;
}

/** The index as a tree, in the order of the book's language. */
export function indexTerms(handbook: Handbook): readonly IndexHeading[] {
  const root = new Map<string, Growing>();
  for (const chapter of handbook.chapters) {
    for (const entry of chapter.entries) {
      for (const term of entry.index) {
        let level = root;
        let heading: Growing | undefined;
        for (const part of term) {
          heading = level.get(part) ?? { term: part, numbers: new Set(), children: new Map() };
          level.set(part, heading);
          level = heading.children;
        }
        heading?.numbers.add(entry.number);
      }
    }
  }
  const collator = new Intl.Collator(handbook.language);
  const sorted = (level: ReadonlyMap<string, Growing>): IndexHeading[] =>
    [...level.values()]
      .sort((a, b) => collator.compare(a.term, b.term) || (a.term < b.term ? -1 : 1))
      .map((heading) => ({
        term: heading.term,
        numbers: [...heading.numbers],
        children: sorted(heading.children),
      }));
  return sorted(root);
}

/** The letter a heading stands under; `#` for what is no letter. */
export function initial(term: string, language: string): string {
  const letter = term.normalize('NFD')[0]?.toLocaleUpperCase(language) ?? '';
  return /\p{L}/u.test(letter) ? letter : '#';
}
