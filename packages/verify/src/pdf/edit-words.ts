import type { EditKind, Labels } from '@octavo/core';
import type { StructChild, StructElement } from './pdf-structure.ts';

/** How an edit is decorated (ISO 32000-2, 14.8.5.4.4). */
const KINDS: ReadonlyMap<string, EditKind> = new Map([
  ['Underline', 'inserted'],
  ['LineThrough', 'deleted'],
]);

/**
 * Returns a structure without what its edits are called: the words "[Inserted: " and "]", which have no ink and are
 * only heard. They stay, to be found, where the decoration says something else, and so do words that are not seen.
 */
export function withoutEditWords(element: StructElement, labels: Labels): StructElement {
  const kind = KINDS.get(element.decoration);
  const children = element.children.map((child) =>
    child.kind === 'element' ? withoutEditWords(child, labels) : child,
  );
  if (kind === undefined) return { ...element, children };
  const opening = `[${labels[kind]}: `;
  const { alt } = element;
  if (alt?.startsWith(opening) && alt.endsWith(']'))
    return { ...element, children, alt: alt.slice(opening.length, -1) };
  const last = children.length - 1;
  if (!isHeardOnly(children[0], opening) || !isHeardOnly(children[last], ']'))
    return { ...element, children };
  // The stretches themselves are tagged still.
  return {
    ...element,
    children: children.map((child, at) =>
      child.kind === 'stretch' && (at === 0 || at === last) ? { ...child, text: '' } : child,
    ),
  };
}

function isHeardOnly(child: StructChild | undefined, words: string): boolean {
  return child?.kind === 'stretch' && child.text === words && !child.painting?.marks;
}
