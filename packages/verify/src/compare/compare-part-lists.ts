import type { ListKind } from '@octavo/core';
import { PAINTED } from '../content/normalise.ts';
import { textOf } from '../content/text-of.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { listLines } from '../expected/expected-parts.ts';
import { allElements, type Element } from '../markup/element.ts';
import { markupContent } from '../markup/markup-content.ts';
import type { Case } from './findings.ts';

/** The lists that a book may have. */
export const LIST_KINDS: readonly ListKind[] = ['figures', 'tables'];

/** A list of figures or tables has every number with its caption, in order, and each line leads to its part. */
export function comparePartList(
  own: Case,
  { handbook }: ExpectedBook,
  kind: ListKind,
  found: readonly string[],
): void {
  // A formula in a caption has spaces around it in one format, and none in another.
  const line = (one: string): string => PAINTED.text(one).replace(/\s/g, '');
  own.list('contents', listLines(handbook, kind).map(line), found.map(line), `the list of ${kind}`);
}

/** The lines of a list in markup: the words of each link, and where it leads. */
export function markupLines(root: Element | undefined, target: (href: string) => string): readonly string[] {
  return (root ? allElements(root, 'li > a') : []).map((link) => {
    const words = textOf(markupContent(link.children, { level: 1, target }));
    return `${words} → ${target(link.attributes.href ?? '')}`;
  });
}
