import type { Entry } from '@octavo/core';
import { toldWords, versionSegment } from '@octavo/core/ledger';
import { against, historyItems, numbered, type SaidEvent, sayHistory, words } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { entryLink } from '../entry/entry-link.ts';
import { questionText } from '../entry/entry-text.ts';
import type { PageContent } from '../page.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';

/**
 * The page of what an entry said, at `entry/<key>/history/`: each edition that changed it, at the anchor of its
 * version, with its words as plain text. Its script (`browser/history.js`) puts the switch there that marks what
 * changed between any two of them. Search engines are kept out of it.
 */
export function historyPage(site: Site, entry: Entry): PageContent {
  const { labels } = site.handbook;
  const told = sayHistory(entry, site.handbook) ?? { events: [], omitted: '' };
  const texts = toldWords(entry);
  const sections = historyItems(
    told,
    (event) => eventSection(site, entry, event, texts[told.events.indexOf(event)]),
    (omitted) => h('p', omitted),
  );
  return {
    path: site.paths.history(entry.number),
    kind: 'history',
    isAside: true,
    title: `${labels.history}: ${numbered(entry.number, questionText(entry))}`,
    main: [
      h('header', { className: ['opener'] }, [h('h1', labels.history), h('p', [entryLink(site, entry)])]),
      editionSwitch(site),
      ...sections,
    ],
  };
}

/** The place of the switch, with the words that its script puts on the page. */
function editionSwitch({ handbook: { labels } }: Site): Element {
  return h('div', {
    className: ['switch', 'matter'],
    dataCompare: labels.compareEditions,
    dataFrom: labels.fromEdition,
    dataTo: labels.toEdition,
    dataAll: labels.editions,
    dataInserted: labels.inserted,
    dataDeleted: labels.deleted,
    dataSame: labels.wordsUnchangedNotice,
  });
}

function eventSection(
  site: Site,
  entry: Entry,
  { version, line, date }: SaidEvent,
  said: ReturnType<typeof toldWords>[number],
): Element {
  const { handbook, paths, editions } = site;
  const hasLater = version !== handbook.edition.version && editions.some((one) => one.version === version);
  return h('section', { id: versionSegment(version), className: ['told'], dataEdition: version }, [
    h('h2', sayHast(site, [...line, words(', '), date])),
    ...(said
      ? [
          h('p', [h('strong', said.question)]),
          ...said.answer
            .split('\n')
            .map((paragraph) => h('p', { dir: against(paragraph, handbook.direction) }, paragraph)),
        ]
      : [h('p', [entryLink(site, entry)])]),
    hasLater
      ? h('a', { href: rooted(paths.edition('since', version)) }, handbook.labels.laterChanges)
      : undefined,
  ]);
}
