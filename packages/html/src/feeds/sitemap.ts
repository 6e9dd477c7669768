import type { OutputFile } from '@octavo/core';
import type { Element } from 'xast';
import { x } from 'xastscript';
import type { Level } from '../level.ts';
import type { PageContent } from '../page.ts';
import { xml } from './xml.ts';

type Listed = Pick<PageContent, 'canonical' | 'modified'>;

/** Every page that search engines may keep, with the date its content last changed (sitemaps.org 0.9): those that all volumes share, and the book's own. */
export function sitemap(common: readonly Listed[], own: readonly Listed[], level: Level): OutputFile {
  const [open, close] = level.marks('pages');
  const set = x('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, [
    ...urls(common),
    { type: 'text', value: open },
    ...urls(own),
    { type: 'text', value: close },
  ]);
  return { path: level.path('sitemap.xml'), mediaType: 'application/xml', content: xml(set) };
}

function urls(pages: readonly Listed[]): Element[] {
  return pages.flatMap((page) =>
    page.canonical === undefined
      ? []
      : [x('url', [x('loc', page.canonical), ...(page.modified ? [x('lastmod', page.modified)] : [])])],
  );
}
