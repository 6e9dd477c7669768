import { previewMark } from '@octavo/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { hasTheme, THEME_PATH } from '../theme.ts';
import { card } from './card.ts';
import { structuredData } from './structured-data.ts';

/**
 * Everything not the site's own is forbidden: no inline script or style, no other host. (A block of
 * type application/ld+json is data, not script, and needs no leave.)
 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; " +
  "form-action 'self'; base-uri 'none'";

/** The document's head. */
export function head(site: Site, page: PageContent): Element {
  const { handbook } = site;
  const title = page.kind === 'cover' ? handbook.title : `${page.title} – ${handbook.title}`;
  const sheet = (path: string): Element => h('link', { rel: 'stylesheet', href: rooted(path) });
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', title),
    ...(page.description ? [h('meta', { name: 'description', content: page.description })] : []),
    ...(page.canonical ? [h('link', { rel: 'canonical', href: page.canonical })] : []),
    ...(page.canonical && previewMark(handbook) === undefined
      ? []
      : [h('meta', { name: 'robots', content: 'noindex' })]),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'referrer', content: 'strict-origin-when-cross-origin' }),
    h('script', { src: rooted('static/early.js') }),
    sheet('static/octavo.css'),
    ...(hasTheme(handbook, site.options) ? [sheet(THEME_PATH)] : []),
    h('link', { rel: 'icon', type: 'image/svg+xml', href: rooted('static/icon.svg') }),
    ...(page.previous ? [h('link', { rel: 'prev', href: rooted(page.previous) })] : []),
    ...(page.next ? [h('link', { rel: 'next', href: rooted(page.next) })] : []),
    ...(page.alternates ?? []).map(({ type, path }) => alternate(type, path, page.title)),
    ...card(site, page),
    alternate('application/atom+xml', 'feed.xml', handbook.labels.changes),
    alternate('application/feed+json', 'feed.json', handbook.labels.changes),
    h('link', {
      rel: 'search',
      type: 'application/opensearchdescription+xml',
      href: rooted('opensearch.xml'),
      title: handbook.title,
    }),
    ...(page.structuredData === undefined ? [] : [structuredData(page.structuredData)]),
    h('script', { src: rooted('static/page.js'), defer: true }),
    h('script', { src: rooted('static/search.js'), defer: true }),
  ]);
}

function alternate(type: string, path: string, title: string): Element {
  return h('link', { rel: 'alternate', type, href: rooted(path), title });
}
