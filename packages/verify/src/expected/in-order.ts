import type { Handbook } from '@octavo/core';

/**
 * Sorts terms in the order of the book's language. The order is computed here and not by the compilers: signs
 * before the first letter or digit do not count, and terms that begin with no letter come first.
 */
export function inOrder<Item>(
  items: readonly Item[],
  termOf: (item: Item) => string,
  language: string,
  apart: boolean,
): readonly Item[] {
  const { compare } = new Intl.Collator([language, 'en']);
  const keyOf = (item: Item): string => /[\p{L}\p{N}].*$/su.exec(termOf(item))?.[0] ?? termOf(item);
  const isOther = (item: Item): boolean => apart && !/^\p{L}/u.test(keyOf(item));
  return [...items].sort((a, b) => {
    if (isOther(a) !== isOther(b)) return isOther(a) ? -1 : 1;
    const [one, two] = [termOf(a), termOf(b)];
    return compare(keyOf(a), keyOf(b)) || compare(one, two) || (one < two ? -1 : Number(one > two));
  });
}

/** A line of the index: the terms from the top down, and the entries it leads to. */
export interface IndexLine {
  readonly path: readonly string[];
  readonly numbers: readonly string[];
}

/** The lines of the index in the order in which every format prints them. */
export function indexLines({ chapters, language }: Handbook): readonly IndexLine[] {
  const named = chapters.flatMap(({ entries }) =>
    entries.flatMap(({ number, index }) =>
      index.map((path) => ({ number, path: path as readonly string[] })),
    ),
  );
  return below([], named);

  function below(above: readonly string[], some: typeof named): IndexLine[] {
    const depth = above.length;
    const terms = new Set(some.flatMap(({ path }) => path[depth] ?? []));
    return inOrder([...terms], (term) => term, language, depth === 0).flatMap((term) => {
      const path = [...above, term];
      const own = some.filter((one) => one.path[depth] === term);
      const here = own.filter((one) => one.path.length === path.length).map(({ number }) => number);
      const numbers = [...new Set(here)];
      return [
        { path, numbers },
        ...below(
          path,
          own.filter((one) => one.path.length > path.length),
        ),
      ];
    });
  }
}
