import type { Entry } from '@octavo/core';
import { versionSegment } from '@octavo/core/ledger';
import { historyItems, numbered, type SaidEvent, sayHistory, words } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { entryLink } from '../entry/entry-link.ts';
import { questionText } from '../entry/entry-text.ts';
import type { PageContent } from '../page.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';

/**
 * The page of what an entry said, at `entry/<key>/history/`: each edition that changed it, at the anchor of its
 * version, with its words as plain text. Search engines are kept out of it.
 */
export function historyPage(site: Site, entry: Entry): PageContent {
  const { labels } = site.handbook;
  const said = sayHistory(entry, site.handbook) ?? { events: [], omitted: '' };
  const sections = historyItems(
    said,
    (event) => eventSection(site, entry, event),
    (omitted) => h('p', omitted),
  );
  return {
    path: site.paths.history(entry.number),
    kind: 'history',
    title: `${labels.history}: ${numbered(entry.number, questionText(entry))}`,
    main: [
      h('header', { className: ['opener'] }, [h('h1', labels.history), h('p', [entryLink(site, entry)])]),
      ...sections,
    ],
  };
}

function eventSection(site: Site, entry: Entry, { version, line, date, said }: SaidEvent): Element {
  return h('section', { id: versionSegment(version), className: ['told'] }, [
    h('h2', sayHast(site, [...line, words(', '), date])),
    ...(said
      ? [
          h('p', [h('strong', said.question)]),
          ...said.answer.split('\n').map((paragraph) => h('p', paragraph)),
        ]
      : [h('p', [entryLink(site, entry)])]),
  ]);
}
