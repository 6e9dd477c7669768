import { type Handbook, type OutputFile, previewMark } from '@octavo/core';
import type { Level } from '../level.ts';

/**
 * Admits every robot and points it to the sitemap (RFC 9309); a preview admits none. It takes effect when the
 * book has a host of its own.
 */
export function robots(handbook: Handbook, level: Level): OutputFile {
  const text =
    previewMark(handbook) === undefined
      ? `User-agent: *\nAllow: /\n\nSitemap: ${level.home}sitemap.xml\n`
      : 'User-agent: *\nDisallow: /\n';
  return { path: level.path('robots.txt'), mediaType: 'text/plain', content: new TextEncoder().encode(text) };
}
