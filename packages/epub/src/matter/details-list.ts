import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** A fact about the book: what it is called and what it is. */
export type Detail = readonly [term: string, value: string | ElementContent];

/** The facts as a description list. */
export function detailsList(details: readonly Detail[]): Element {
  return h(
    'dl',
    { className: ['facts'] },
    details.flatMap(([term, value]) => [h('dt', term), h('dd', [value])]),
  );
}
