import { bookRange } from '@octavo/core/say';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';

/** Where the page for addresses that lead nowhere lies; for a volume that is the root of its work. */
export const NOT_FOUND = '404.html';

/** What a server answers for an address that leads nowhere. */
export function notFoundPage(site: Site): PageContent {
  const { labels } = site.handbook;
  const range = bookRange(site.handbook);
  return {
    path: NOT_FOUND,
    atAnyDepth: true,
    ...(site.paths.work ? { ofWork: true } : {}),
    kind: 'not-found',
    title: labels.notFound,
    main: [
      h('header', { className: ['opener'] }, [
        h('p', { className: ['caption'] }, '404'),
        h('h1', labels.notFound),
        h('p', { className: ['lede'] }, [
          h('a', { href: rooted(site.paths.work ?? site.paths.matter.contents) }, labels.contents),
          ...(site.paths.work || range === '' ? [] : [`: ${range}`]),
        ]),
      ]),
    ],
  };
}
