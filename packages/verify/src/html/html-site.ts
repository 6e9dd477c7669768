import { posix } from 'node:path';
import type { FoundPage } from '../compare/compare-prose-pages.ts';
import type { About, Findings } from '../compare/findings.ts';
import type { FoundEntry } from '../compare/found-entry.ts';
import { judgePage } from '../compare/judge-page.ts';
import { decoded } from '../expected/address.ts';
import { ownPlace } from '../expected/book-place.ts';
import { OF_EDITIONS } from '../expected/edition-address.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import type { ContentsLine } from '../expected/expected-contents.ts';
import { type Vocabulary, vocabularyOf } from '../expected/vocabulary.ts';
import { withoutEditWords } from '../markup/edit-words.ts';
import { allElements, type Element, findElement, matches, rawText } from '../markup/element.ts';
import { hidingRules } from '../markup/hiding.ts';
import { type FoundImage, imagesIn } from '../markup/images.ts';
import { markupContent } from '../markup/markup-content.ts';
import { parseHtml } from '../markup/parse-html.ts';
import { parseStyles, type StyleSheet } from '../markup/style-sheet.ts';
import { namesBeside } from '../tree/names-beside.ts';
import { readText, type TreeFiles } from '../tree/tree-files.ts';
import { ANSWER, type HtmlContext, htmlEntries, linksUnder, pagerNumbers, targetOf } from './html-entries.ts';
import { type HtmlPage, htmlPage } from './html-page.ts';
import { type Resolve, relinked, resolver } from './relink.ts';

/** An entry on a page of the site. */
export interface SiteEntry {
  readonly page: HtmlPage;
  readonly found: FoundEntry;
  /** On its own page: the entries before and behind it, and those that cite it, as its links lead. */
  readonly neighbours: readonly string[];
  readonly citedBy: readonly string[];
  /** What is told of its history, and the words that differ, line by line. */
  readonly history: readonly string[];
  readonly images: readonly FoundImage[];
}

/** The site as it was read, every link resolved to the entry it lands on. */
export interface HtmlSite {
  readonly pages: ReadonlyMap<string, HtmlPage>;
  readonly entries: readonly SiteEntry[];
  readonly prose: readonly FoundPage[];
  readonly contents: readonly ContentsLine[];
  /** What its pages may say beside the answers. */
  readonly vocabulary: Vocabulary;
  readonly resolve: Resolve;
  /** The main parts of the pages of glossary, index and topics, by path. */
  readonly lists: ReadonlyMap<string, Element>;
  /** What the pages of histories say, a line for each heading and paragraph, by path. */
  readonly histories: ReadonlyMap<string, readonly string[]>;
  /** The corrigenda, a text for each. */
  readonly errata: readonly string[];
  readonly sheets: readonly StyleSheet[];
}

/**
 * Reads every page of the site, one at a time, and judges each. When every anchor is known, it resolves where
 * links lead.
 */
export async function readSite(
  findings: Findings,
  files: TreeFiles,
  { handbook, others, byNumber, numberOfKey }: ExpectedBook,
): Promise<HtmlSite> {
  const pages = new Map<string, HtmlPage>();
  const entries: SiteEntry[] = [];
  const prose: FoundPage[] = [];
  let contents: readonly ContentsLine[] = [];
  const base = decodeURI(new URL(handbook.iri).pathname);
  const lists = new Map<string, Element>();
  const histories = new Map<string, readonly string[]>();
  const errata: string[] = [];
  const sheets = await styleSheets(files);
  const hiding = hidingRules(sheets);
  const sheet = await readText(files, ownPlace(handbook, 'static/octavo.css'));
  const vocabulary = vocabularyOf(handbook, [...others, ...(await namesBeside(files, handbook))]);
  // The pages at the root of a work belong to all its volumes (`compareWork`).
  const own = handbook.volume ? [ownPlace(handbook, ''), 'entry/'] : [''];
  const isOwn = (path: string): boolean => own.some((folder) => path.startsWith(folder));
  for (const path of files.paths.filter((name) => name.endsWith('.html') && isOwn(name))) {
    const text = await readText(files, path);
    if (text === undefined) continue;
    const root = withoutEditWords(parseHtml(text), handbook.labels);
    const page = htmlPage(path, root, base, numberOfKey);
    pages.set(path, page);
    const context = { path, root: base, labels: handbook.labels };
    const isOfEditions = OF_EDITIONS.test(path);
    const isList = LISTS.test(path) || isOfEditions || path === ownPlace(handbook, 'index.html');
    const main = isList && findElement(root, 'main');
    if (main) lists.set(path, main);
    const isHistory = /^entry\/[^/]+\/history\/index\.html$/.test(path);
    if (isHistory) histories.set(path, allElements(root, 'main h2, main > p, main .told > p').map(rawText));
    // Their words are compared one by one.
    const quotes = isHistory || isOfEditions || /(?:^|\/)(?:changes|errata)_*\/index\.html$/.test(path);
    const title = findElement(root, 'main h1');
    if (quotes && title && rawText(title) === handbook.labels.errata)
      errata.push(...allElements(root, '.changes > li').map(rawText));
    const content = `${ANSWER}, .prose`;
    judgePage(findings.about(aboutPage(page)), {
      root,
      hiding,
      vocabulary,
      site: true,
      content,
      sheet,
      quotes,
    });
    for (const { found, article } of htmlEntries(root, context))
      entries.push({
        page,
        found,
        neighbours: pagerNumbers(root, context),
        citedBy: linksUnder(root, handbook.labels.citedBy, context),
        history: allElements(article, '.history p, .history ol summary').map(rawText),
        images: imagesIn(findElement(article, ANSWER) ?? article, (src) => resolvedFile(path, src)),
      });
    const [first = ''] = page.entries;
    const body = prosePage(root, context, byNumber.get(first)?.chapter);
    if (body) prose.push(body);
    if (path === ownPlace(handbook, 'index.html')) contents = contentsLines(root, context);
  }
  const resolve = resolver(pages);
  return {
    pages,
    resolve,
    vocabulary,
    lists,
    histories,
    errata,
    sheets,
    entries: entries.map((one) => resolved(one, resolve)),
    prose: prose.map((one) => ({ ...one, content: relinked(one.content, resolve) })),
    contents: contents.map((line) => ({ ...line, target: resolve(line.target) })),
  };
}

function resolved({ found, neighbours, citedBy, ...rest }: SiteEntry, resolve: Resolve): SiteEntry {
  return {
    ...rest,
    neighbours: neighbours.map(resolve),
    citedBy: citedBy.map(resolve),
    found: {
      ...found,
      answer: relinked(found.answer, resolve),
      related: found.related?.map((target) => resolve(target).slice(1)),
      notice: found.notice && { ...found.notice, links: found.notice.links.map(resolve) },
    },
  };
}

/** What a page is about: the entry that has it to itself, or the page. */
export function aboutPage({ path, entries: [only, another] }: HtmlPage): About {
  return { ...(only !== undefined && another === undefined ? { entry: only } : { part: path }), file: path };
}

/** The file that an address on a page names. */
export function resolvedFile(from: string, src: string): string {
  const { pathname } = new URL(src, `site:///${from}`);
  return decoded(pathname.slice(1));
}

/** Pages that list figures, entries, terms and topics, files and facts. */
const LISTS =
  /^(?:.+\/)?(?:(?:figures|tables)_*|glossary|terms|downloads|colophon|lists_*\/[^/]+|topics\/[^/]+)\/index\.html$/;

/** Every style sheet of the site, our own first. */
async function styleSheets(files: TreeFiles): Promise<readonly StyleSheet[]> {
  const paths = files.paths.filter((path) => path.endsWith('.css')).sort();
  return Promise.all(paths.map(async (path) => parseStyles((await readText(files, path)) ?? '')));
}

/** The lines of the table of contents, which is the front page's own part; places not resolved yet. */
function contentsLines(root: Element, context: HtmlContext): readonly ContentsLine[] {
  const main = findElement(root, 'main');
  return (main ? allElements(main, 'a, .part', '.group') : []).map((one) =>
    one.name === 'a'
      ? { text: lineOf(one), target: targetOf(context)(one.attributes.href ?? '') }
      : { text: rawText(one), target: '' },
  );
}

/** Number and question, without a mark behind them. */
function lineOf(link: Element): string {
  const parts = allElements(link, '.number, .words');
  return parts.length === 0 ? rawText(link) : parts.map(rawText).join(' ');
}

/** The body of a prose page, when the page is one; of the page of a `chapter`, its introduction. */
function prosePage(root: Element, context: HtmlContext, chapter: string | undefined): FoundPage | undefined {
  const prose = findElement(root, chapter === undefined ? 'article.prose' : '.prose');
  if (!prose) return undefined;
  const body = prose.children.filter((child) => !matches(child, 'header'));
  const content = markupContent(body, { level: 1, target: targetOf(context) });
  // Named for the page, in the folder of the book.
  return { id: chapter ?? posix.basename(posix.dirname(context.path)), content, file: context.path };
}
