import { bookRange } from '@octavo/core/say';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';

/** The path of the page for addresses that lead nowhere; for a volume, it is at the root of its work. */
export const NOT_FOUND = '404.html';

/** The page that a server returns for an address that leads nowhere. */
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
      h('header.opener', [
        h('p.caption', '404'),
        h('h1', labels.notFound),
        h('p.lede', [
          h('a', { href: rooted(site.paths.work ?? site.paths.matter.contents) }, labels.contents),
          site.paths.work || range === '' ? undefined : `: ${range}`,
        ]),
      ]),
    ],
  };
}
