import { type Page, toText } from '@octavo/core';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';

/** What search engines are told of prose: its beginning. */
export function describing({ body }: Page): string | undefined {
  const words = toText(body).replace(/\s+/g, ' ').trim();
  return words === '' ? undefined : words.slice(0, 160);
}

/** A prose page before or after the entries: a preface, a legal notice. */
export function prosePage(site: Site, page: Page): PageContent {
  const path = site.paths.page(page.id);
  const described = describing(page);
  return {
    path,
    kind: 'prose',
    title: page.title,
    ...(described === undefined ? {} : { description: described }),
    canonical: site.handbook.iri + path.replace(/index\.html$/, ''),
    modified: site.date,
    main: [h('article.prose', [h('header.opener', [h('h1', page.title)]), ...site.bodies.page(page)])],
  };
}
