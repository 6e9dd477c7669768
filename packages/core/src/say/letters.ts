import { groupBy } from '../model/group-by.ts';

/** Terms that stand under one letter. */
export interface LetterGroup<Item> {
  /** `#` for terms that begin with a digit or a symbol; these stand first. */
  readonly letter: string;
  readonly items: readonly Item[];
}

const OTHER = '#';

/**
 * Sorts items as the book's language sorts their terms, and groups them by first letter. Marks before the
 * first letter or digit do not count (`--flag` stands under F, as the Chicago Manual has it). Equal terms
 * keep one order everywhere: by their code points.
 */
export function byLetter<Item>(
  items: readonly Item[],
  termOf: (item: Item) => string,
  language: string,
): readonly LetterGroup<Item>[] {
  const letterOf = letters(language);
  const placed = sortedByTerm(items, termOf, language).map((item) => ({
    item,
    letter: letterOf(termOf(item)),
  }));
  // The sort is stable, so this only moves terms without a letter to the front.
  placed.sort((a, b) => Number(b.letter === OTHER) - Number(a.letter === OTHER));
  const groups = groupBy(placed, ({ letter }) => letter);
  return [...groups].map(([letter, own]) => ({ letter, items: own.map(({ item }) => item) }));
}

/** Sorts items as the book's language sorts their terms, without grouping them. */
export function sortedByTerm<Item>(
  items: readonly Item[],
  termOf: (item: Item) => string,
  language: string,
): readonly Item[] {
  const { compare } = new Intl.Collator([language, 'en']);
  return items.toSorted((a, b) => {
    const [one, two] = [termOf(a), termOf(b)];
    return (
      compare(withoutMarks(one), withoutMarks(two)) ||
      compare(one, two) ||
      (one < two ? -1 : one > two ? 1 : 0)
    );
  });
}

/** Returns a term without the marks before its first letter or digit, or unchanged when it has neither. */
function withoutMarks(term: string): string {
  return term.replace(/^[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/u, '');
}

/** Finds the letter of a term. An accent counts only where the language counts it: Å is a letter in Swedish. */
function letters(language: string): (term: string) => string {
  const { compare } = new Intl.Collator([language, 'en'], { sensitivity: 'base' });
  return (term) => {
    const [first = ''] = withoutMarks(term).normalize('NFC');
    if (!/\p{L}/u.test(first)) return OTHER;
    const [bare = first] = first.normalize('NFD');
    return (compare(first, bare) === 0 ? bare : first).toLocaleUpperCase(language);
  };
}
