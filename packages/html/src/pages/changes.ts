import type { Change } from '@octavo/core';
import { h } from 'hastscript';
import { entryLink } from '../entry/entry-link.ts';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { matterPage } from './matter-page.ts';

/** What changed since the last release. */
export function changesPage(site: Site): PageContent {
  const { labels, edition } = site.handbook;
  return matterPage(site, 'changes', labels.changes, [
    h('p', { className: ['lede'] }, `${labels.edition} ${edition.version}, ${edition.date.slice(0, 10)}`),
    h(
      'ol',
      { className: ['entries', 'changes'], role: 'list' },
      site.changes.flatMap((change) => {
        const entry = site.index.entry.get(change.number);
        if (!entry) return [];
        return [
          h('li', [
            entryLink(site, entry),
            h('p', { className: ['change'] }, [
              h('span', { className: ['mark'] }, changeWord(site, change)),
              ' ',
              ...(change.note ? [change.note] : []),
            ]),
          ]),
        ];
      }),
    ),
  ]);
}

/** The kind of a change in the book's language. */
export function changeWord(site: Site, change: Change): string {
  return site.handbook.labels[change.kind];
}
