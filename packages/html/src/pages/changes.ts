import { marksLegend, passagesToHast } from '@octavo/core/hast';
import { type SaidChange, type SaidChanges, sayChanges, sayErrata } from '@octavo/core/say';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { entryLink } from '../entry/entry-link.ts';
import type { PageContent } from '../page.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';
import { matterPage } from './matter-page.ts';

/** What changed since the last release: entry by entry, word by word; mere corrections folded. */
export function changesPage(site: Site): PageContent {
  const { handbook, options, changes } = site;
  return changesUnder(site, 'changes', sayChanges(changes, handbook, options.changesSince));
}

/** The corrigenda of all editions: which had the error, what it said and what it says since. */
export function errataPage(site: Site): PageContent {
  const none = { opening: [], marked: false, telling: [], corrections: [] };
  return changesUnder(site, 'errata', sayErrata(site.handbook) ?? none);
}

function changesUnder(
  site: Site,
  matter: 'changes' | 'errata',
  { opening, marked, telling, corrections }: SaidChanges,
): PageContent {
  const { labels } = site.handbook;
  return matterPage(site, matter, labels[matter], [
    ...opening.map((line, at) => h('p', at === 0 ? { className: ['lede'] } : {}, sayHast(site, line))),
    ...(marked ? [marksLegend(labels)] : []),
    ...(telling.length > 0 ? [list(site, telling)] : []),
    ...(corrections.length > 0
      ? [
          h('details.corrections', [
            h('summary', `${labels.corrections} (${corrections.length})`),
            list(site, corrections),
          ]),
        ]
      : []),
  ]);
}

function list(site: Site, changes: readonly SaidChange[]): Element {
  return h(
    'ol.entries.changes',
    { role: 'list' },
    changes.map((change) => h('li', item(site, change))),
  );
}

function item(
  site: Site,
  { about, entry: number, label, words, word, sentences, passages }: SaidChange,
): Element[] {
  const entry = number === undefined ? undefined : site.index.entry.get(number);
  const head = entry ? entryLink(site, entry) : h('p.entry-link', [h('span.number', label), ' ', words]);
  const facts: ElementContent[][] = [
    // The link already marks an entry that is withdrawn or deprecated.
    ...(entry?.status === about.kind ? [] : [[h('span.mark', word)]]),
    ...sentences.map(({ say }) => sayHast(site, say)),
  ];
  return [
    head,
    ...(facts.length > 0
      ? [
          h(
            'p.change',
            facts.flatMap((fact, at) => (at === 0 ? fact : [space(), ...fact])),
          ),
        ]
      : []),
    ...(passages.length > 0 ? [h('div.passages', [...passagesToHast(passages, site.handbook)])] : []),
  ];
}

function space(): ElementContent {
  return { type: 'text', value: ' ' };
}
