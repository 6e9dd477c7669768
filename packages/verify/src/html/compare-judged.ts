import { compareGlossary } from '../compare/compare-glossary.ts';
import { compareImages } from '../compare/compare-images.ts';
import { compareImprint } from '../compare/compare-imprint.ts';
import { compareIndex } from '../compare/compare-index.ts';
import { compareTopic } from '../compare/compare-topic.ts';
import type { Findings } from '../compare/findings.ts';
import { MARKUP } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { expectedImages } from '../expected/expected-images.ts';
import { allElements, type Element, hasClass, rawText } from '../markup/element.ts';
import { sha256 } from '../tree/assets.ts';
import type { TreeFiles } from '../tree/tree-files.ts';
import type { HtmlSite } from './html-site.ts';
import { siteAddress } from './site-address.ts';

/** What was judged page by page, the site's style sheets, and the files that pictures show. */
export async function compareJudged(
  findings: Findings,
  book: ExpectedBook,
  site: HtmlSite,
  files: TreeFiles,
): Promise<void> {
  const { handbook } = book;
  for (const { path, judgements } of site.judged) {
    const [only, another] = site.pages.get(path)?.entries ?? [];
    const about = {
      ...(only !== undefined && another === undefined ? { entry: only } : { part: path }),
      file: path,
    };
    // A list of changes quotes earlier editions, and says to ears what is struck out.
    const quotes = /(?:^|\/)changes\/index\.html$/.test(path);
    for (const { subject, found, wrong } of judgements.filter((one) => !quotes || one.subject === 'active'))
      findings.holds(subject, about, wrong === undefined, '', found, wrong ?? '');
  }
  const hashes = new Map<string, string | undefined>();
  const hashOf = async (path: string): Promise<string | undefined> => {
    if (!hashes.has(path)) {
      const bytes = await files.read(path);
      hashes.set(path, bytes && sha256(bytes));
    }
    return hashes.get(path);
  };
  const root = new URL(handbook.iri).pathname;
  for (const [path, main] of site.lists) {
    const about = { part: path, file: path };
    const target = (href: string): string => site.resolve(siteAddress(path, href, root));
    if (path.endsWith('downloads/index.html')) await compareDownloads(findings, path, main, hashOf);
    const topic = /topics\/([^/]+)\/index\.html$/.exec(path)?.[1];
    if (path.endsWith('glossary/index.html')) compareGlossary(findings, about, book, main, target);
    else if (path.endsWith('terms/index.html')) compareIndex(findings, about, book, main, target);
    else if (path.endsWith('colophon/index.html'))
      compareImprint(findings, 'html', book, rawText(main), { file: path, normalise: MARKUP });
    else if (topic !== undefined) compareTopic(findings, about, book, topic, main, target);
  }
  const elsewhere = site.sheets.flatMap(({ addresses }) =>
    addresses.filter((one) => /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(one)),
  );
  const about = { part: 'style sheets', file: 'static/octavo.css' };
  const reason = `a style sheet loads ${elsewhere[0]}`;
  findings.holds('active', about, elsewhere.length === 0, '', elsewhere[0] ?? '', reason);
  const expected = expectedImages(handbook);
  for (const { page, found, images } of site.entries) {
    if (images.length === 0) continue;
    const shown = await Promise.all(
      images.map(async (image) => ({ ...image, sha256: await hashOf(resolved(page.path, image.src)) })),
    );
    const own = expected.filter(({ entry }) => entry === found.number);
    compareImages(findings, { entry: found.number, file: page.path }, handbook, own, shown);
  }
}

/** Each download is the file that is named, with its hash. */
async function compareDownloads(
  findings: Findings,
  page: string,
  main: Element,
  hashOf: (path: string) => Promise<string | undefined>,
): Promise<void> {
  for (const item of allElements(main).filter(({ name }) => name === 'li')) {
    const link = allElements(item).find(({ name }) => name === 'a');
    const path = resolved(page, link?.attributes.href ?? '');
    const of = (name: string): string =>
      rawText(allElements(item).find((one) => one.name === name || hasClass(one, name)) ?? item).trim();
    const about = { part: 'downloads', file: page };
    findings.same('documents', about, path.split('/').at(-1) ?? '', of('file'), 'the name of a download');
    const sum = await hashOf(path);
    if (sum !== undefined) findings.same('documents', about, sum, of('code'), `the SHA-256 of ${path}`);
  }
}

function resolved(from: string, src: string): string {
  const url = new URL(src, `site:///${from}`);
  try {
    return decodeURIComponent(url.pathname.slice(1));
  } catch {
    return url.pathname.slice(1);
  }
}
