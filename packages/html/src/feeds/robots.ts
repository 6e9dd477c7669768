import type { Handbook, OutputFile } from '@octavo/core';

/** Lets every robot in and tells it of the sitemap (RFC 9309). Serves when the book has a host of its own. */
export function robots(handbook: Handbook): OutputFile {
  const text = `User-agent: *\nAllow: /\n\nSitemap: ${handbook.iri}sitemap.xml\n`;
  return { path: 'robots.txt', mediaType: 'text/plain', content: new TextEncoder().encode(text) };
}
