import type { Handbook } from '@octavo/core';
import type { FoundPage } from '../compare/compare-prose-pages.ts';
import type { FoundEntry } from '../compare/found-entry.ts';
import { ownPlace } from '../expected/book-place.ts';
import type { ContentsLine } from '../expected/expected-contents.ts';
import { parseHtml } from '../markup/parse-html.ts';
import { readText, type TreeFiles } from '../tree/tree-files.ts';
import { contentsLines } from './html-contents.ts';
import { citedBy, htmlEntries, pagerNumbers } from './html-entries.ts';
import { type HtmlPage, htmlPage } from './html-page.ts';
import { prosePage } from './html-prose-page.ts';
import { type Resolve, relinked, resolver } from './relink.ts';

/** An entry on a page of the site. */
export interface SiteEntry {
  readonly page: HtmlPage;
  readonly found: FoundEntry;
  /** On its own page: the entries before and behind it, and those that cite it, as its links lead. */
  readonly neighbours: readonly string[];
  readonly citedBy: readonly string[];
}

/** The site as it was read, every link resolved to the entry it lands on. */
export interface HtmlSite {
  readonly pages: ReadonlyMap<string, HtmlPage>;
  readonly entries: readonly SiteEntry[];
  readonly prose: readonly FoundPage[];
  readonly contents: readonly ContentsLine[];
  readonly resolve: Resolve;
}

/** Reads every page of the site, one at a time; afterwards, when every anchor is known, resolves what leads where. */
export async function readSite(files: TreeFiles, handbook: Handbook): Promise<HtmlSite> {
  const pages = new Map<string, HtmlPage>();
  const entries: SiteEntry[] = [];
  const prose: FoundPage[] = [];
  let contents: readonly ContentsLine[] = [];
  const base = decodeURI(new URL(handbook.iri).pathname);
  // The pages at the root of a work are of all its volumes (`compareWork`).
  const own = handbook.volume ? [ownPlace(handbook, ''), 'entry/'] : [''];
  const isOwn = (path: string): boolean => own.some((folder) => path.startsWith(folder));
  for (const path of files.paths.filter((name) => name.endsWith('.html') && isOwn(name))) {
    const text = await readText(files, path);
    if (text === undefined) continue;
    const root = parseHtml(text);
    const page = htmlPage(path, root, base);
    pages.set(path, page);
    const context = { path, root: base, labels: handbook.labels };
    for (const found of htmlEntries(root, context))
      entries.push({ page, found, neighbours: pagerNumbers(root, context), citedBy: citedBy(root, context) });
    const body = prosePage(root, context);
    if (body) prose.push(body);
    if (path === ownPlace(handbook, 'index.html')) contents = contentsLines(root, context);
  }
  const resolve = resolver(pages);
  return {
    pages,
    resolve,
    entries: entries.map(({ page, found, neighbours, citedBy: cited }) => ({
      page,
      neighbours: neighbours.map(resolve),
      citedBy: cited.map(resolve),
      found: {
        ...found,
        answer: relinked(found.answer, resolve),
        related: found.related?.map((target) => resolve(target).slice(1)),
        notice: found.notice && { ...found.notice, links: found.notice.links.map(resolve) },
      },
    })),
    prose: prose.map((one) => ({ ...one, content: relinked(one.content, resolve) })),
    contents: contents.map((line) => ({ ...line, target: resolve(line.target) })),
  };
}
