import type { OutputFile } from '@octavo/core';
import { bookLevel, type Level } from '../level.ts';
import type { Site } from '../site.ts';
import { staticFile } from '../static-file.ts';
import { searchLanguage } from './search-language.ts';
import { searchBookPath, searchPartPath } from './search-part.ts';

/** The script of the search that is the same for every handbook. */
export function searchScripts(): OutputFile[] {
  return [{ path: 'static/engine.js', mediaType: 'text/javascript', content: staticFile('engine.cjs') }];
}

/** What the search loads beside its parts, and the list of those, which the page's script reads first. */
export function searchFiles(site: Site): OutputFile[] {
  return [
    ...searchScripts(),
    searchLanguage(site.handbook.language),
    ...(site.paths.work ? [] : [searchParts(site, { ...bookLevel(site), path: (name) => `static/${name}` })]),
  ];
}

/** The list of the parts: relative to `static/search/` for a book, and to the web root for a work. */
export function searchParts(site: Site, level: Level): OutputFile {
  const paths = [...site.paths.parts.map((part) => searchPartPath(site, part)), searchBookPath(site)];
  const names = paths.map((path) => path.replace(/^static\/search\//, ''));
  const [open, close] = level.marks('parts', ',');
  const list = names.map((name) => JSON.stringify(name)).join(',');
  const content = new TextEncoder().encode(`octavoSearchParts([${open}${list}${close}]);\n`);
  return { path: level.path('search-parts.js'), mediaType: 'text/javascript', content };
}
