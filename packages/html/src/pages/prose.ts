import { type Page, toText } from '@octavo/core';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';

/** A prose page before or after the entries: a preface, a legal notice. */
export function prosePage(site: Site, page: Page): PageContent {
  const path = site.paths.page(page.id);
  const words = toText(page.body).replace(/\s+/g, ' ').trim();
  return {
    path,
    kind: 'prose',
    title: page.title,
    ...(words ? { description: words.slice(0, 160) } : {}),
    canonical: site.handbook.iri + path.replace(/index\.html$/, ''),
    modified: site.date,
    main: [h('article.prose', [h('header.opener', [h('h1', page.title)]), ...site.bodies.page(page)])],
  };
}
