import type { Element } from './element.ts';

/** Text outside answers and prose, a piece each, with what is said by attributes only. */
export function piecesOf(root: Element, apart: (element: Element) => boolean): readonly string[] {
  const found: string[] = [];
  const visit = (element: Element): void => {
    if (apart(element)) return;
    for (const name of [
      'title',
      'aria-label',
      'alt',
      'placeholder',
      'data-none',
      'data-one',
      'data-count',
      'data-done',
      'data-mark',
    ])
      if (element.attributes[name]) found.push(element.attributes[name]);
    for (const child of element.children) {
      if (typeof child !== 'string') visit(child);
      // A letter by itself is the head of a part of an index.
      else if (!/^\s*\p{L}?\p{M}*\s*$/u.test(child)) found.push(child);
    }
  };
  visit(root);
  return found;
}
