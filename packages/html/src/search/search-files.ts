import type { OutputFile } from '@octavo/core';
import type { Site } from '../site.ts';
import { miniSearchScript, staticFile } from '../static-file.ts';
import { searchPartPath } from './search-part.ts';

/** The scripts of the search that are the same for every handbook. */
export function searchScripts(): OutputFile[] {
  return [
    script('static/minisearch.js', miniSearchScript()),
    script('static/words.js', staticFile('words.cjs')),
  ];
}

function script(path: string, content: Uint8Array): OutputFile {
  return { path, mediaType: 'text/javascript', content };
}

/** What the search loads beside its parts, and the list of those, which the page's script reads first. */
export function searchFiles(site: Site): OutputFile[] {
  const names = site.paths.parts.map((part) => searchPartPath(site, part).replace(/^static\/search\//, ''));
  return [
    ...searchScripts(),
    script(
      'static/search-parts.js',
      new TextEncoder().encode(`octavoSearchParts(${JSON.stringify(names)});\n`),
    ),
  ];
}
