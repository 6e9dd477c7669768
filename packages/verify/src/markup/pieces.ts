import type { Element } from './element.ts';

/** Attributes that say something to a reader. */
const SAYING = 'title aria-label alt placeholder data-none data-one data-count data-done data-mark'.split(
  ' ',
);

/** Text outside answers and prose, a piece each, with what is said by attributes only. */
export function piecesOf(root: Element, apart: (element: Element) => boolean): readonly string[] {
  if (apart(root)) return [];
  return [
    ...SAYING.flatMap((name) => root.attributes[name] || []),
    ...root.children.flatMap((child) => {
      if (typeof child !== 'string') return piecesOf(child, apart);
      // A letter by itself is the head of a part of an index.
      return /^\s*\p{L}?\p{M}*\s*$/u.test(child) ? [] : [child];
    }),
  ];
}
