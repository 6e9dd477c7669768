import type { Entry } from '@octavo/core';
import { type EntryPart, entryAnchor, entryIri, entryParts, entryPath, numbered } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { cardPath } from '../cards/cards.ts';
import { answer } from '../entry/answer.ts';
import { changeNotice } from '../entry/change-notice.ts';
import { cite } from '../entry/cite.ts';
import { entryList } from '../entry/entry-link.ts';
import { excerpt, questionText } from '../entry/entry-text.ts';
import { factsElement, ownFieldsElement } from '../entry/facts.ts';
import { heading } from '../entry/heading.ts';
import { historyElement } from '../entry/history.ts';
import { noticeElement, watermark } from '../entry/notice.ts';
import { topicLinks } from '../entry/topic-links.ts';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { raiseHeadings } from '../tree/raise-headings.ts';
import { neighbours } from './entry-neighbours.ts';
import { pager } from './pager.ts';

/** The permanent page of one entry, at `entry/<key of its number>/`. `place` is its place in reading order. */
export function entryPage(site: Site, entry: Entry, place: number): PageContent {
  const { index, paths, handbook } = site;
  const before = index.entries[place - 1];
  const after = index.entries[place + 1];
  const parts = entryParts(entry, handbook, index.citedBy.get(entry.number));
  const key = `entry/${entry.number}`;
  const data = site.options.structuredData?.get(key);
  const card = cardPath(site, entry);
  return {
    path: paths.entry(entry.number),
    kind: 'entry',
    title: numbered(entry.number, questionText(entry)),
    description: excerpt(entry, 160),
    canonical: entryIri(handbook, entry.number),
    modified: entry.revised ?? site.date,
    alternates: alternates(site, entry),
    ...(card === undefined ? {} : { card }),
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
          ...parts.flatMap((part) => partElements(site, entry, part)),
          ...historyElement(site, entry),
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
    ...(jsonld ? [{ type: 'application/ld+json', path: `${entryPath(entry.number)}.jsonld` }] : []),
  ];
}

function partElements(site: Site, entry: Entry, part: EntryPart): readonly Element[] {
  switch (part.kind) {
    case 'question':
      return [heading(site, entry, 1), ...changeNotice(site, entry)];
    case 'badges':
    case 'fields':
      return [ownFieldsElement(site, part)];
    case 'notices':
      return part.notices.map((notice) => noticeElement(site, notice));
    case 'answer':
      return [h('div.answer', raiseHeadings(answer(site, entry))), ...topics(site, entry)];
    case 'facts':
      return factsElement(site, part.facts);
    case 'numbers': {
      const entries = part.numbers.flatMap((number) => site.index.entry.get(number) ?? []);
      return [h('section', [h('h2', part.label), entryList(site, entries)])];
    }
  }
}

/** Only a site has pages for topics, so other formats do not name them. */
function topics(site: Site, entry: Entry): readonly Element[] {
  return factsElement(site, [], topicLinks(site, entry));
}
