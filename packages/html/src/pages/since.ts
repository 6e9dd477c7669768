import type { Entry } from '@octavo/core';
import {
  type ChangedSince,
  changedSince,
  type SaidEdition,
  sayDate,
  sayLabel,
  words,
} from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { entryList } from '../entry/entry-link.ts';
import { hasHistoryPage } from '../entry/history.ts';
import type { PageContent } from '../page.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { toNewest, withdrawn } from './editions.ts';
import { titledPage } from './matter-page.ts';

/**
 * So many of the latest editions have pages on which each entry is a link to its history. The pages of older ones
 * have the numbers alone, so that a book of hundreds of editions does not consist of these lists.
 */
const MOST_LINKED = 8;

/**
 * What has changed from an edition to this one, for readers who hold that edition. Search engines are kept out of
 * it.
 *
 * @param age how many editions lie between
 */
export function sincePage(site: Site, edition: SaidEdition, age: number): PageContent {
  const { handbook, paths, changes } = site;
  const { labels, language } = handbook;
  const { version, earlier } = edition;
  const date = sayDate(earlier?.date ?? handbook.edition.date, language);
  const since = changedSince(version, handbook, changes);
  const nothing = since.groups.length + since.gone.length + since.items.length === 0;
  const path = paths.edition('since', version);
  const { canonical: _, ...page } = titledPage(site, { kind: 'since', path }, labels.laterChanges, [
    h('p.lede', sayHast(site, sayLabel(labels.changesSince, { version: words(version), date }))),
    ...withdrawn(site, edition),
    ...(nothing ? [h('p', labels.nothingChangedNotice)] : changedParts(site, since, age <= MOST_LINKED)),
    toNewest(site),
    h('p', [h('a', { href: rooted(paths.matter.releases) }, labels.editions)]),
  ]);
  return { ...page, isAside: true };
}

function changedParts(site: Site, { groups, gone, items }: ChangedSince, isLinked: boolean): Element[] {
  const { labels } = site.handbook;
  const section = (title: string, content: Element) => h('section.told', [h('h2', title), content]);
  return [
    ...groups.map(({ label, entries }) =>
      section(
        `${label} (${entries.length})`,
        isLinked
          ? entryList(site, entries, (entry) => historyAddress(site, entry))
          : h('p', inRuns(site, entries)),
      ),
    ),
    ...(gone.length > 0 ? [section(`${labels.deleted} (${gone.length})`, h('p', gone.join(', ')))] : []),
    ...(items.length > 0
      ? [
          section(
            labels.contents,
            h(
              'ul',
              items.map(({ label, title, word }) => h('li', `${label}: ${title} (${word})`)),
            ),
          ),
        ]
      : []),
  ];
}

/** Where the history of an entry is told. */
function historyAddress({ paths }: Site, entry: Entry): string {
  return rooted(hasHistoryPage(entry) ? paths.history(entry.number) : paths.entry(entry.number));
}

/** Numbers, with runs of neighbours in reading order as "601–618". */
function inRuns({ index }: Site, entries: readonly Entry[]): string {
  const places = new Map(index.entries.map((entry, place) => [entry, place]));
  const runs: [first: Entry, last: Entry][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run && (places.get(run[1]) ?? 0) + 1 === places.get(entry)) run[1] = entry;
    else runs.push([entry, entry]);
  }
  return runs
    .map(([first, last]) => (first === last ? first.number : `${first.number}–${last.number}`))
    .join(', ');
}
