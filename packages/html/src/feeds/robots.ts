import type { OutputFile } from '@octavo/core';
import type { Level } from '../work/level.ts';

/** Lets every robot in and tells it of the sitemap (RFC 9309). Serves when the book has a host of its own. */
export function robots(level: Level): OutputFile {
  const text = `User-agent: *\nAllow: /\n\nSitemap: ${level.home}sitemap.xml\n`;
  return { path: level.path('robots.txt'), mediaType: 'text/plain', content: new TextEncoder().encode(text) };
}
