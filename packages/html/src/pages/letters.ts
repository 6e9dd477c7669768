import type { Element } from 'hast';
import { h } from 'hastscript';

export interface LetterGroup<Item> {
  readonly letter: string;
  /** The anchor of the group. */
  readonly id: string;
  readonly items: readonly Item[];
}

/** Sorts items by their term as the language sorts, and groups them by first letter. */
export function byLetter<Item>(
  items: readonly Item[],
  termOf: (item: Item) => string,
  language: string,
): LetterGroup<Item>[] {
  const { compare } = new Intl.Collator(language);
  const sorted = [...items].sort((a, b) => compare(termOf(a), termOf(b)) || (termOf(a) < termOf(b) ? -1 : 1));
  const groups: { letter: string; id: string; items: Item[] }[] = [];
  for (const item of sorted) {
    const letter = firstLetter(termOf(item), language);
    let group = groups.find((other) => other.letter === letter);
    if (!group) {
      group = { letter, id: `_letter-${groups.length + 1}`, items: [] };
      groups.push(group);
    }
    group.items.push(item);
  }
  return groups;
}

/** Links to the groups; pointless for one group. */
export function letterBar(groups: readonly LetterGroup<unknown>[], label: string): Element[] {
  if (groups.length < 2) return [];
  return [
    h('nav', { className: ['letters'], ariaLabel: label }, [
      h(
        'ul',
        { role: 'list' },
        groups.map((group) => h('li', [h('a', { href: `#${group.id}` }, group.letter)])),
      ),
    ]),
  ];
}

function firstLetter(term: string, language: string): string {
  const [first = '#'] = term.normalize('NFD').replace(/^[^\p{L}\p{N}]+/u, '');
  return /\p{N}/u.test(first) ? '#' : first.toLocaleUpperCase(language);
}
