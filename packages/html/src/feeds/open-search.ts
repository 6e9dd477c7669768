import type { OutputFile } from '@octavo/core';
import { x } from 'xastscript';
import type { Site } from '../site.ts';
import { xml } from './xml.ts';

/** Lets a browser search the book from its address bar (OpenSearch 1.1; a short name has at most 16 characters). */
export function openSearch(site: Site): OutputFile {
  const { handbook, paths } = site;
  const description = x('OpenSearchDescription', { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }, [
    x('ShortName', [...handbook.title].slice(0, 16).join('').trim()),
    x('Description', [...(handbook.description ?? handbook.title)].slice(0, 1024).join('')),
    x('Language', handbook.language),
    x('InputEncoding', 'UTF-8'),
    x('Url', {
      type: 'text/html',
      method: 'get',
      template: `${handbook.iri}${paths.matter.search}?q={searchTerms}`,
    }),
  ]);
  const mediaType = 'application/opensearchdescription+xml';
  return { path: 'opensearch.xml', mediaType, content: xml(description) };
}
