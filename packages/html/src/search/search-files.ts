import type { OutputFile } from '@octavo/core';
import type { Maker } from '../on-demand.ts';
import type { Site } from '../site.ts';
import { miniSearchScript, staticFile } from '../static-file.ts';
import { searchPart, searchPartPath } from './search-part.ts';

/** Everything the search loads on first use, named by a list that the page's script reads first. */
export function searchFiles(site: Site, file: Maker): OutputFile[] {
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
    ...site.paths.parts.map((part) =>
      file(searchPartPath(site, part), 'text/javascript', () => searchPart(site, part)),
    ),
  ];
}
