import { type Handbook, type OutputFile, previewMark } from '@octavo/core';

/** Lets every robot in and tells it of the sitemap (RFC 9309); a preview lets none in. Serves when the book has a host of its own. */
export function robots(handbook: Handbook): OutputFile {
  const text =
    previewMark(handbook) === undefined
      ? `User-agent: *\nAllow: /\n\nSitemap: ${handbook.iri}sitemap.xml\n`
      : 'User-agent: *\nDisallow: /\n';
  return { path: 'robots.txt', mediaType: 'text/plain', content: new TextEncoder().encode(text) };
}
