import { normalPath } from '../model/paths.ts';

/** Folders in which generators look for pages, below the one that their own file lies in. */
const ROOTS = ['', 'src', 'docs', 'doc', 'source', 'content'];

/** Finds documents by what contents call them: a path with or without its ending, an id without the number that orders it, or a folder. */
export function pageFinder(paths: readonly string[]): (page: string, folder: string) => string | undefined {
  const byName = new Map<string, string>();
  for (const path of paths) for (const name of namesOf(path)) if (!byName.has(name)) byName.set(name, path);
  return (page, folder) => {
    if (page === '' || /^(?:[a-z]+:|#|\/\/)/i.test(page)) return undefined;
    const bare = page.replace(/[?#].*$/, '').replace(/^\//, '');
    const places = ROOTS.map((root) => normalPath([folder, root, bare].join('/')));
    return places.map((place) => byName.get(place) ?? byName.get(keyOf(place))).find((found) => found);
  };
}

function namesOf(path: string): readonly string[] {
  const key = keyOf(path);
  return [path, key, key.replace(/(?:^|\/)(?:_?index|readme)$/i, '')].filter((name) => name !== '');
}

/** A path without its ending and the numbers that order files. */
function keyOf(path: string): string {
  return path
    .replace(/\.(?:\w{1,4}|markdown|asciidoc|html)$/, '')
    .replace(/(^|\/)\d+\s*[-_.]+\s*(?=[^/\d])/g, '$1')
    .toLowerCase();
}
