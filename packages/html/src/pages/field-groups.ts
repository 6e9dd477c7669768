import type { Entry } from '@octavo/core';
import { fieldGroups } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { entryList } from '../entry/entry-link.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';

/**
 * Entries by the values of each field that the publisher lets readers filter by: a closed list a field, which needs no
 * script to open. Fields that part nothing are left out.
 */
export function groupLists(site: Site, entries: readonly Entry[]): Element[] {
  const fields = (site.handbook.types?.fields ?? []).filter(({ filter }) => filter);
  return fields.flatMap(({ name, title }) => {
    const groups = fieldGroups(name, entries, site.handbook);
    if (groups.length < 2) return [];
    return [
      h('details.group', [
        h('summary', title),
        ...groups.map((group) =>
          h('section', [
            h('p.caption', [...sayHast(site, group.title), ' ', h('span.count', `${group.entries.length}`)]),
            entryList(site, group.entries),
          ]),
        ),
      ]),
    ];
  });
}
