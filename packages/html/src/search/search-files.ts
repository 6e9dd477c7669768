import type { OutputFile } from '@octavo/core';
import type { Site } from '../site.ts';
import { miniSearchScript, staticFile } from '../static-file.ts';
import { searchPartPath } from './search-part.ts';

/** What the search loads beside its parts, and the list of those, which the page's script reads first. */
export function searchFiles(site: Site): OutputFile[] {
  const script = (path: string, content: Uint8Array): OutputFile => ({
    path,
    mediaType: 'text/javascript',
    content,
  });
  const names = site.paths.parts.map((part) => searchPartPath(site, part).replace(/^static\/search\//, ''));
  return [
    script('static/minisearch.js', miniSearchScript()),
    script('static/words.js', staticFile('words.cjs')),
    script(
      'static/search-parts.js',
      new TextEncoder().encode(`octavoSearchParts(${JSON.stringify(names)});\n`),
    ),
  ];
}
