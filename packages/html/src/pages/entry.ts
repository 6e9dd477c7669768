import type { Entry } from '@octavo/core';
import { entryAnchor, entryIri } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { cite } from '../entry/cite.ts';
import { entryList } from '../entry/entry-link.ts';
import { excerpt, questionText } from '../entry/entry-text.ts';
import { heading } from '../entry/heading.ts';
import { notices, watermark } from '../entry/notice.ts';
import { citingEntries, relatedEntries } from '../entry/related.ts';
import { topicLinks } from '../entry/topic-links.ts';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { raiseHeadings } from '../tree/raise-headings.ts';
import { neighbours } from './entry-neighbours.ts';
import { pager } from './pager.ts';

/** The permanent page of one entry, at `entry/<number>/`. `place` is its place in reading order. */
export function entryPage(site: Site, entry: Entry, place: number): PageContent {
  const { index, paths, handbook } = site;
  const before = index.entries[place - 1];
  const after = index.entries[place + 1];
  const key = `entry/${entry.number}`;
  const data = site.options.structuredData?.get(key);
  return {
    path: paths.entry(entry.number),
    kind: 'entry',
    title: `${entry.number}. ${questionText(entry)}`,
    description: excerpt(entry, 160),
    canonical: entryIri(handbook, entry.number),
    modified: entry.revised ?? handbook.edition.date,
    alternates: alternates(site, entry),
    ...(data === undefined ? {} : { structuredData: data }),
    ...(before ? { previous: paths.entry(before.number) } : {}),
    ...(after ? { next: paths.entry(after.number) } : {}),
    side: neighbours(site, entry, place),
    main: [
      h(
        'article',
        {
          id: entryAnchor(entry.number),
          className: ['entry', 'alone', entry.status],
          ...watermark(site, entry),
        },
        [
          heading(site, entry, 1),
          ...notices(site, entry),
          h('div', { className: ['answer'] }, raiseHeadings(site.bodies.answer(entry))),
          ...facts(site, entry),
          ...entriesSection(site, handbook.labels.related, relatedEntries(site, entry)),
          ...entriesSection(site, handbook.labels.citedBy, citingEntries(site, entry)),
          cite(site, entry),
        ],
      ),
      pager(site, before, after),
    ],
  };
}

/** The Markdown twin; and the JSON-LD document, which lies beside it where that format was built. */
function alternates(site: Site, entry: Entry): NonNullable<PageContent['alternates']> {
  const jsonld = entry.status !== 'draft' && site.options.siblings?.some((it) => it.format === 'jsonld');
  return [
    { type: 'text/markdown', path: site.paths.markdown(entry.number) },
    ...(jsonld ? [{ type: 'application/ld+json', path: `entry/${entry.number}.jsonld` }] : []),
  ];
}

function entriesSection(site: Site, title: string, entries: readonly Entry[]): Element[] {
  return entries.length > 0 ? [h('section', [h('h2', title), entryList(site, entries)])] : [];
}

function facts(site: Site, entry: Entry): Element[] {
  const { labels } = site.handbook;
  const parts = [
    ...topicLinks(site, entry),
    ...(entry.revised
      ? [h('p', [labels.revised, ' ', h('time', { dateTime: entry.revised }, entry.revised)])]
      : []),
  ];
  return parts.length > 0 ? [h('div', { className: ['facts'] }, parts)] : [];
}
