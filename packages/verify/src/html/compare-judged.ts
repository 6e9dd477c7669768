import { hash } from 'node:crypto';
import { prosePages } from '@octavo/core';
import { compareGlossary } from '../compare/compare-glossary.ts';
import { compareGroups } from '../compare/compare-groups.ts';
import { compareImprint } from '../compare/compare-imprint.ts';
import { compareIndex } from '../compare/compare-index.ts';
import { compareList, markupLines } from '../compare/compare-lists.ts';
import type { Case } from '../compare/findings.ts';
import { compareImages, compareSheets } from '../compare/judge-markup.ts';
import type { Target } from '../content/entry-target.ts';
import { MARKUP } from '../content/normalise.ts';
import { ownPlace } from '../expected/book-place.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { expectedLists } from '../expected/expected-lists.ts';
import { allElements, type Element, findElement, rawText } from '../markup/element.ts';
import type { TreeFiles } from '../tree/tree-files.ts';
import type { HtmlReading } from './html-reading.ts';
import { resolvedFile } from './html-site.ts';
import { siteAddress } from './site-address.ts';

/** The pages that list figures, terms, topics, files and facts, the site's style sheets, and the files that pictures show. */
export async function compareJudged({ findings, book, site, files }: HtmlReading): Promise<void> {
  const root = new URL(book.handbook.iri).pathname;
  for (const [path, main] of site.lists) {
    const page = findings.about({ part: path, file: path });
    const target = (href: string): string => site.resolve(siteAddress(path, href, root));
    const topic = /topics\/([^/]+)\/index\.html$/.exec(path)?.[1];
    const matter = matterAt(path, book);
    if (matter === 'downloads') await compareDownloads(page, path, main, files);
    else if (matter === 'glossary') compareGlossary(page, book, main, target);
    else if (matter === 'terms') compareIndex(page, book, main, target);
    else if (matter === 'colophon') compareImprint(page, 'html', book, rawText(main), MARKUP);
    else if (topic !== undefined) compareTopic(page, book, topic, main, target);
    else if (path === ownPlace(book.handbook, 'index.html')) {
      const entries = book.entries.map(({ entry }) => entry);
      compareGroups(page, book.handbook, entries, main, target);
    }
  }
  for (const list of expectedLists(book.handbook)) {
    const isList = new RegExp(`(?:^|/)(?:lists_*/)?${list.id}_*/index\\.html$`);
    const [path = '', main] =
      [...site.lists].find(
        ([one, root]) => isList.test(one) && rawText(findElement(root, 'h1') ?? root) === list.title,
      ) ?? [];
    const lines = markupLines(main, (href) => site.resolve(siteAddress(path, href, root)));
    compareList(findings.about({ part: list.id, file: path }), list, lines);
  }
  compareSheets(findings.about({ part: 'style sheets', file: 'static/octavo.css' }), site.sheets);
  // Each entry has a page of its own, and a place in its chapter's.
  for (const onOwnPage of [true, false])
    await compareImages(
      findings.about({ file: 'index.html' }),
      book,
      site.entries
        .filter(({ page }) => page.path.startsWith('entry/') === onOwnPage)
        .flatMap(({ page, found: { number }, images }) =>
          images.map((image) => ({
            ...image,
            number,
            shownIn: page.path,
            bytes: () => files.read(image.file),
          })),
        ),
    );
}

/**
 * What of the book's own matter a page is. Where a chapter or a prose page is called like it, its folder has
 * another name.
 */
function matterAt(path: string, { handbook }: ExpectedBook): string | undefined {
  const [, folder = '', name] =
    /^((downloads|glossary|terms|colophon)_*)\/index\.html$/.exec(
      path.slice(ownPlace(handbook, '').length),
    ) ?? [];
  const isOther = [...handbook.chapters, ...prosePages(handbook)].some(({ id }) => id === folder);
  return path === ownPlace(handbook, `${folder}/index.html`) && !isOther ? name : undefined;
}

/** Each download is the file that is named, with its hash. */
async function compareDownloads(page: Case, from: string, main: Element, files: TreeFiles): Promise<void> {
  const downloads = page.about({ part: 'downloads' });
  for (const item of allElements(main, 'li')) {
    const path = resolvedFile(from, findElement(item, 'a')?.attributes.href ?? '');
    const of = (selector: string): string => rawText(findElement(item, selector) ?? item).trim();
    downloads.same('documents', path.split('/').at(-1) ?? '', of('.file'), 'the name of a download');
    const bytes = await files.read(path);
    if (bytes) downloads.same('documents', hash('sha256', bytes), of('code'), `the SHA-256 of ${path}`);
  }
}

/** A topic's page names it and has its entries in the book's order. */
function compareTopic(
  page: Case,
  { handbook }: ExpectedBook,
  topic: string,
  root: Element,
  target: Target,
): void {
  const facts = handbook.topics.find(({ id }) => id === topic);
  if (!facts) return;
  const heading = findElement(root, 'h1');
  page.text('documents', facts.title, heading ? rawText(heading) : '', 'the topic');
  const on = handbook.chapters.flatMap(({ entries }) =>
    entries.filter(({ topics }) => topics.includes(topic)),
  );
  compareGroups(page, handbook, on, root, target);
  const wanted = on.map(({ number }) => `#${number}`);
  const found = allElements(root, '.entry-link', '.group').map(({ attributes }) =>
    target(attributes.href ?? ''),
  );
  page.list('documents', wanted, found, 'the entries of the topic');
}
