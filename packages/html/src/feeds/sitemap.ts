import type { OutputFile } from '@octavo/core';
import { x } from 'xastscript';
import type { PageContent } from '../page.ts';
import { xml } from './xml.ts';

/** Every page that search engines may keep, with the date its content last changed (sitemaps.org 0.9). */
export function sitemap(pages: readonly Pick<PageContent, 'canonical' | 'modified'>[]): OutputFile {
  const urls = pages.flatMap((page) =>
    page.canonical === undefined
      ? []
      : [x('url', [x('loc', page.canonical), ...(page.modified ? [x('lastmod', page.modified)] : [])])],
  );
  const set = x('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, urls);
  return { path: 'sitemap.xml', mediaType: 'application/xml', content: xml(set) };
}
