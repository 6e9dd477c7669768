import type { Entry } from '@octavo/core';
import { ownFacts, sayText, words } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { entryList } from '../entry/entry-link.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';

/** The entries that have one value of a field. */
interface Group {
  readonly said: Element['children'];
  readonly entries: Entry[];
}

/** Entries by the values of a field that the publisher lets readers filter by, in the order of the language. */
interface Grouped {
  readonly name: string;
  readonly title: string;
  /** By the value as text. */
  readonly groups: readonly (readonly [string, Group])[];
}

/** The fields by which entries are filtered; those that part nothing are left out. */
function grouped(site: Site, entries: readonly Entry[]): readonly Grouped[] {
  const { compare } = new Intl.Collator([site.handbook.language, 'en'], { numeric: true });
  const fields = (site.handbook.types?.fields ?? []).filter(({ filter }) => filter);
  return fields
    .map(({ name, title }) => {
      const groups = new Map<string, Group>();
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
      return { name, title, groups: [...groups].sort(([a], [b]) => compare(a, b)) };
    })
    .filter(({ groups }) => groups.length > 1);
}

/** Entries by the values of each field that they are filtered by: a closed list a field, which opens without a script. */
export function fieldGroups(site: Site, entries: readonly Entry[]): Element[] {
  return grouped(site, entries).map(({ title, groups }) =>
    h('details', { className: ['group'] }, [
      h('summary', title),
      ...groups.map(([, group]) =>
        h('section', [
          h('p', { className: ['caption'] }, [
            ...group.said,
            ' ',
            h('span', { className: ['count'] }, `${group.entries.length}`),
          ]),
          entryList(site, group.entries),
        ]),
      ),
    ]),
  );
}

/** What a reader narrows a search by: the values of each field that entries are filtered by, to be ticked. */
export function fieldFilters(site: Site): Element[] {
  const entries = site.handbook.chapters.flatMap((chapter) => chapter.entries);
  return grouped(site, entries).map(({ name, title, groups }) =>
    h('details', { className: ['group'] }, [
      h('summary', title),
      h('fieldset', [
        h('legend', { className: ['unseen'] }, title),
        ...groups.map(([value, { said }]) =>
          h('label', [h('input', { type: 'checkbox', dataField: name, value }), ' ', ...said]),
        ),
      ]),
    ]),
  );
}
