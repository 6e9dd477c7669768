import type { LetterGroup } from '@octavo/core/say';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/**
 * Sections of a page, one for each letter, below links to them; the links are left out when there is only one
 * letter.
 */
export function letterSections<Item>(
  groups: readonly LetterGroup<Item>[],
  label: string,
  content: (items: readonly Item[]) => ElementContent,
): Element[] {
  const sections = groups.map(({ letter, items }, place) =>
    h('section.letter', [h('h2', { id: idOf(place) }, letter), content(items)]),
  );
  return groups.length < 2 ? sections : [letterBar(groups, label), ...sections];
}

function letterBar(groups: readonly LetterGroup<unknown>[], label: string): Element {
  const links = groups.map(({ letter }, place) => h('li', [h('a', { href: `#${idOf(place)}` }, letter)]));
  return h('nav.letters', { ariaLabel: label }, [h('ul', { role: 'list' }, links)]);
}

function idOf(place: number): string {
  return `_letter-${place + 1}`;
}
