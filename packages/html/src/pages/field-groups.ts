import type { Entry } from '@octavo/core';
import { fieldGroups, sayText } from '@octavo/core/say';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { entryList } from '../entry/entry-link.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';

type Group = ReturnType<typeof fieldGroups>[number];

/**
 * A closed box for each field that the publisher lets readers filter by, with the entries grouped by its values. Fields
 * that part nothing are left out.
 */
function boxes(
  site: Site,
  entries: readonly Entry[],
  content: (
    groups: readonly Group[],
    field: { readonly name: string; readonly title: string },
  ) => ElementContent[],
): Element[] {
  const fields = (site.handbook.types?.fields ?? []).filter(({ filter }) => filter);
  return fields.flatMap((field) => {
    const groups = fieldGroups(field.name, entries, site.handbook);
    if (groups.length < 2) return [];
    return [h('details.group', [h('summary', field.title), ...content(groups, field)])];
  });
}

/** Entries by the values of each field that they are filtered by, in lists that open without a script. */
export function groupLists(site: Site, entries: readonly Entry[]): Element[] {
  return boxes(site, entries, (groups) =>
    groups.map((group) =>
      h('section', [
        h('p.caption', [...sayHast(site, group.title), ' ', h('span.count', `${group.entries.length}`)]),
        entryList(site, group.entries),
      ]),
    ),
  );
}

/** What a reader narrows a search by: the values of each field that entries are filtered by, to be ticked. */
export function fieldFilters(site: Site): Element[] {
  const entries = site.handbook.chapters.flatMap((chapter) => chapter.entries);
  return boxes(site, entries, (groups, { name, title }) => [
    h('fieldset', [
      h('legend.unseen', title),
      ...groups.map((group) =>
        h('label', [
          h('input', { type: 'checkbox', dataField: name, value: sayText(group.title) }),
          ' ',
          ...sayHast(site, group.title),
        ]),
      ),
    ]),
  ]);
}
