import { createHash } from 'node:crypto';
import { type JsonValue, previewMark } from '@octavo/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { styleSheet } from '../assets.ts';
import { CARD } from '../cards/card-svg.ts';
import { FONTS_PATH } from '../fonts/font-files.ts';
import { imagePath } from '../images.ts';
import { levelOf } from '../level.ts';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { hasTheme, THEME_PATH } from '../theme.ts';
import { encodePath } from '../tree/relative-address.ts';

/**
 * The policy forbids everything but the site's own files: no inline script or style, no other host. (A block
 * of type application/ld+json is data, not script, and needs no permission.)
 */
const policy = (style: string): string =>
  `default-src 'none'; script-src 'self'; style-src 'self'${style}; img-src 'self' data:; font-src 'self' data:; ` +
  "form-action 'self'; base-uri 'none'";

/** The document's head. */
export function head(site: Site, page: PageContent): Element {
  const { handbook } = site;
  const own = (path: string): string => rooted(site.paths.own(path));
  // A page that is shown at any address, even outside the site, contains its style sheet.
  const inline = page.atAnyDepth ? styleSheet() : undefined;
  const level = levelOf(site, page);
  const title = page.kind === 'cover' ? page.title : `${page.title} – ${level.title}`;
  const sheet = (path: string): Element => h('link', { rel: 'stylesheet', href: own(path) });
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy(inline ? ` ${hashOf(inline)}` : '') }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', title),
    page.description ? h('meta', { name: 'description', content: page.description }) : undefined,
    page.canonical ? h('link', { rel: 'canonical', href: page.canonical }) : undefined,
    page.canonical && previewMark(handbook) === undefined
      ? undefined
      : h('meta', { name: 'robots', content: 'noindex' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'referrer', content: 'strict-origin-when-cross-origin' }),
    h('script', { src: own('static/early.js') }),
    inline ? h('style', inline) : sheet('static/octavo.css'),
    handbook.settings.html.fonts === 'book' ? sheet(FONTS_PATH) : undefined,
    hasTheme(handbook, site.options) ? sheet(THEME_PATH) : undefined,
    h('link', { rel: 'icon', type: 'image/svg+xml', href: own('static/icon.svg') }),
    page.previous ? h('link', { rel: 'prev', href: rooted(page.previous) }) : undefined,
    page.next ? h('link', { rel: 'next', href: rooted(page.next) }) : undefined,
    ...(page.alternates ?? []).map(({ type, path }) => alternate(type, path, page.title)),
    ...card(site, page),
    ...(page.isAside ? [] : waysIn(site, page)),
    page.structuredData === undefined ? undefined : structuredData(page.structuredData),
    h('script', { src: own('static/page.js'), defer: true }),
    page.isAside ? undefined : h('script', { src: own('static/search.js'), defer: true }),
    page.kind === 'history' ? h('script', { src: own('static/history.js'), defer: true }) : undefined,
  ]);
}

/** The feeds, and the search for the browser's own box. */
function waysIn(site: Site, page: PageContent): readonly Element[] {
  const { labels, title } = site.handbook;
  const level = levelOf(site, page);
  return [
    alternate('application/atom+xml', level.path('feed.xml'), labels.changes),
    alternate('application/feed+json', level.path('feed.json'), labels.changes),
    h('link', {
      rel: 'search',
      type: 'application/opensearchdescription+xml',
      href: rooted(site.paths.own('opensearch.xml')),
      title,
    }),
  ];
}

/** The source expression with which a policy permits one inline element (CSP Level 3, section 8.4). */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function alternate(type: string, path: string, title: string): Element {
  return h('link', { rel: 'alternate', type, href: rooted(path), title });
}

/**
 * Makes a JSON-LD block. Characters that could end the element or a line of script are written as \u escapes.
 */
function structuredData(value: JsonValue): Element {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return h('script', { type: 'application/ld+json' }, json);
}

/** What a page looks like when its address is shared (the Open Graph protocol); addresses are absolute. */
function card(site: Site, page: PageContent): Element[] {
  if (page.canonical === undefined) return [];
  const { handbook } = site;
  const cover = handbook.images.find(
    (image) => image.path === handbook.cover?.image && !image.mediaType.includes('svg'),
  );
  const coverFacts = [
    ['og:image', cover && handbook.iri + encodePath(site.paths.own(imagePath(cover.path)))],
    ['og:image:alt', cover && handbook.cover?.alternative],
  ] as const;
  const cardFacts = [
    ['og:image', handbook.iri + encodePath(page.card ?? '')],
    ['og:image:width', `${CARD.width}`],
    ['og:image:height', `${CARD.height}`],
    ['og:image:alt', page.title],
  ] as const;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['og:type', page.kind === 'cover' ? 'book' : 'article'],
    ['og:site_name', levelOf(site, page).title],
    ['og:title', page.title],
    ['og:description', page.description],
    ['og:url', page.canonical],
    ...(page.card === undefined ? coverFacts : cardFacts),
  ];
  return [
    ...facts.flatMap(([property, content]) => (content ? [h('meta', { property, content })] : [])),
    ...(page.card === undefined ? [] : [h('meta', { name: 'twitter:card', content: 'summary_large_image' })]),
  ];
}
