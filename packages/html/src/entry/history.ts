import type { Entry } from '@octavo/core';
import { passagesToHast } from '@octavo/core/hast';
import { historyItems, type SaidEvent, sayHistory, words } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';

/** Whether an entry has a page of its history: an earlier edition said something else. */
export function hasHistoryPage({ history }: Entry): boolean {
  return (history?.events.length ?? 0) > 1;
}

/**
 * What earlier editions did to an entry, folded; under each edition whose words differ from the present ones,
 * the words that differ.
 */
export function historyElement(site: Site, entry: Entry): Element[] {
  const { labels } = site.handbook;
  const said = sayHistory(entry, site.handbook);
  if (!said) return [];
  const items = historyItems(
    said,
    (event) => eventItem(site, event),
    (omitted) => h('li', [h('p', omitted)]),
  );
  return [
    h('details', { className: ['history'] }, [
      h('summary', labels.history),
      h('ol', { role: 'list' }, [...items]),
      ...(hasHistoryPage(entry)
        ? [h('a', { href: rooted(site.paths.history(entry.number)) }, `${labels.history} ${entry.number}`)]
        : []),
    ]),
  ];
}

function eventItem(site: Site, { line, date, since }: SaidEvent): Element {
  return h('li', [
    h('p', sayHast(site, [...line, words(', '), date])),
    ...(since
      ? [
          h('details', [
            h('summary', sayHast(site, since.title)),
            h('div', { className: ['passages'] }, [...passagesToHast(since.passages, site.handbook)]),
          ]),
        ]
      : []),
  ]);
}
