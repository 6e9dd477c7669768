import type { OutputFile } from '@octavo/core';
import type { Site } from '../site.ts';
import { miniSearchScript, staticFile } from '../static-file.ts';
import { bookLevel, type Level } from '../work/level.ts';
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
  return [
    ...searchScripts(),
    ...(site.paths.work ? [] : [searchParts(site, { ...bookLevel(site), path: (name) => `static/${name}` })]),
  ];
}

/** The list of the parts: from `static/search/` of a book, from the web root of a work. */
export function searchParts(site: Site, level: Level): OutputFile {
  const names = site.paths.parts.map((part) => searchPartPath(site, part).replace(/^static\/search\//, ''));
  const [open, close] = level.marks('parts', ',');
  const list = names.map((name) => JSON.stringify(name)).join(',');
  const content = new TextEncoder().encode(`octavoSearchParts([${open}${list}${close}]);\n`);
  return { path: level.path('search-parts.js'), mediaType: 'text/javascript', content };
}
