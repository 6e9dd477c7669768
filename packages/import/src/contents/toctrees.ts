import { folderOf } from '../model/paths.ts';
import type { Group, ListedPage } from './listed-page.ts';

type Find = (page: string, folder: string) => string | undefined;

interface Toctree {
  readonly caption: string | undefined;
  readonly pages: readonly { readonly page: string; readonly title: string | undefined }[];
}

/** The pages of Sphinx in the order of their toctrees, and of AsciiDoc in that of its includes, from the page that no other one lists; captions are parts. */
export function toctreesOf(
  texts: readonly (readonly [string, string])[],
  find: Find,
): ReadonlyMap<string, ListedPage> {
  const trees = new Map(texts.map(([path, text]) => [path, toctreesIn(text)]));
  const pages = new Map<string, ListedPage>();
  const visit = (path: string, around: readonly Group[]): void => {
    for (const { caption, pages: listed } of trees.get(path) ?? []) {
      const above = caption === undefined ? around : [...around, { title: caption }];
      for (const { page, title } of listed) {
        const found = find(page, folderOf(path));
        if (found === undefined || pages.has(found)) continue;
        pages.set(found, { page: found, title, above });
        visit(found, [...above, { title: title ?? found, page: found }]);
      }
    }
  };
  const roots = [...trees].filter(([, own]) => own.length > 0).map(([path]) => path);
  const depth = (path: string) => path.split('/').length;
  for (const root of roots.sort((a, b) => depth(a) - depth(b))) if (!pages.has(root)) visit(root, []);
  return pages;
}

/** A directive of reStructuredText, or of MyST in a fence. */
const TOCTREE =
  /^([ \t]*)\.\. toctree::[^\n]*\n((?:[ \t]*\n|\1[ \t]+[^\n]*(?:\n|$))*)|^[ \t]*(`{3,}|:{3,})\{toctree\}[^\n]*\n([\s\S]*?)^[ \t]*\3/gm;

/** A document that another one of AsciiDoc is put together of. */
const INCLUDE = /^include::([^[\]\n{}]+\.(?:adoc|asciidoc))\[/gm;

function toctreesIn(text: string): readonly Toctree[] {
  const included = [...text.matchAll(INCLUDE)].map(([, page = '']) => ({ page, title: undefined }));
  const trees = [...text.matchAll(TOCTREE)].map(([, , directive, , fenced]) => {
    const lines = (directive ?? fenced ?? '').split('\n').map((line) => line.trim());
    const option = lines.find((line) => /^:?caption:/.test(line));
    const pages = lines.flatMap((line) => {
      if (line === '' || /^:?[\w-]+:(?:\s|$)|^---$/.test(line)) return [];
      const [, title, page = line] = /^(.*?)\s*<([^>]+)>$/.exec(line) ?? [];
      return [{ page, title }];
    });
    return { caption: option?.replace(/^:?caption:\s*/, '').replace(/^(["'])(.*)\1$/, '$2'), pages };
  });
  return included.length > 0 ? [...trees, { caption: undefined, pages: included }] : trees;
}
