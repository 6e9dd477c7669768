import { FOLDERS, isContentsFile, LISTS, TITLES } from '../detect/contents-file.ts';
import { decode } from '../detect/decode.ts';
import { folderOf } from '../model/paths.ts';
import type { SourceFile } from '../model/source.ts';
import { dataOf, listedIn, textIn } from './listed-names.ts';
import type { FolderLabel, ListedPage } from './listed-page.ts';
import { pageFinder } from './page-finder.ts';
import { listedInSummary } from './summary-list.ts';
import { toctreesOf } from './toctrees.ts';

/** What the files of a generator say of a book: its title, its pages in their order, and its folders. */
export interface Contents {
  readonly said: { readonly title?: string; readonly language?: string };
  /** By the path of a document; `page` of a group is one, too. */
  readonly pages: ReadonlyMap<string, ListedPage>;
  readonly folders: ReadonlyMap<string, FolderLabel>;
}

/** Reads what the files of generators among those of a folder say; a file that cannot be read says nothing. */
export function contentsOf(files: readonly SourceFile[]): Contents {
  const texts = new Map(
    files
      .filter(({ path }) => isContentsFile(path) || /\.(?:rst|md|adoc|asciidoc)$/i.test(path))
      .map(({ path, bytes }) => [path, decode(path, bytes).text]),
  );
  const find = pageFinder(files.map(({ path }) => path).filter((path) => !isContentsFile(path)));
  const own = [...texts].filter(([path]) => isContentsFile(path));
  const lists = own
    .filter(([path]) => LISTS.test(path))
    .map(([path, text]) => listIn(path, text, find))
    .concat([
      toctreesOf(
        [...texts].filter(([path]) => !isContentsFile(path)),
        find,
      ),
    ]);
  const [longest = new Map()] = lists.sort((a, b) => b.size - a.size);
  const titles = own.filter(([path]) => TITLES.test(path));
  const said = (keys: readonly string[]) =>
    titles.flatMap(([path, text]) => textIn(path, text, keys) ?? [])[0];
  const title = said(['site_name', 'title']);
  const language = said(['lang', 'language'])?.replaceAll('_', '-');
  return {
    said: { ...(title && { title }), ...(language && { language }) },
    pages: longest,
    folders: new Map(
      own.filter(([path]) => FOLDERS.test(path)).map(([path, text]) => [folderOf(path), labelIn(path, text)]),
    ),
  };
}

type Find = ReturnType<typeof pageFinder>;

/** The documents that a list of pages names, once each. */
function listIn(path: string, text: string, find: Find): ReadonlyMap<string, ListedPage> {
  const listed = /\.md$/.test(path) ? listedInSummary(text) : listedIn(dataOf(path, text));
  const within = (page: string) => find(page, folderOf(path));
  const pages = new Map<string, ListedPage>();
  for (const one of listed) {
    const found = within(one.page);
    if (found === undefined || pages.has(found)) continue;
    // A group that is called by the name of a page is that page.
    const above = one.above.map(({ title, page = title }) => ({ title, page: within(page) }));
    pages.set(found, { ...one, page: found, above });
  }
  return pages;
}

function labelIn(path: string, text: string): FolderLabel {
  const data = dataOf(path, text);
  const { label, position } = (data ?? {}) as Record<string, unknown>;
  return {
    title: typeof label === 'string' ? label : undefined,
    order: typeof position === 'number' ? position : undefined,
  };
}
