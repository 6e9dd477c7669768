import type { Entry } from '@octavo/core';
import { ownFacts, sayText, words } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { entryList } from '../entry/entry-link.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';

/**
 * Entries by the values of each field that the publisher lets readers filter by: a closed list a field, which needs no
 * script to open. Fields that part nothing are left out.
 */
export function fieldGroups(site: Site, entries: readonly Entry[]): Element[] {
  const fields = (site.handbook.types?.fields ?? []).filter(({ filter }) => filter);
  return fields.flatMap(({ name, title }) => {
    const groups = new Map<string, { readonly said: Element['children']; readonly entries: Entry[] }>();
    for (const entry of entries)
      for (const { values } of ownFacts(entry, site.handbook, (field) => field.name === name))
        for (const value of values) {
          const key = sayText(value);
          // A link to an entry would stand among those of the group.
          const plain = value.map((piece) => (piece.kind === 'entry' ? words(piece.number) : piece));
          const group = groups.get(key) ?? { said: sayHast(site, plain), entries: [] };
          groups.set(key, group);
          group.entries.push(entry);
        }
    const { compare } = new Intl.Collator([site.handbook.language, 'en'], { numeric: true });
    const sorted = [...groups].sort(([a], [b]) => compare(a, b));
    if (sorted.length < 2) return [];
    return [
      h('details.group', [
        h('summary', title),
        ...sorted.map(([, group]) =>
          h('section', [
            h('p.caption', [...group.said, ' ', h('span.count', `${group.entries.length}`)]),
            entryList(site, group.entries),
          ]),
        ),
      ]),
    ];
  });
}
