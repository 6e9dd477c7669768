import { numberKey } from '@octavo/core';
import { compareContents } from '../compare/compare-contents.ts';
import { compareEntries } from '../compare/compare-entries.ts';
import { compareErrata, spelledOut } from '../compare/compare-errata.ts';
import { comparePages } from '../compare/compare-prose-pages.ts';
import type { FoundEntry } from '../compare/found-entry.ts';
import { MARKUP } from '../content/normalise.ts';
import { ownPlace } from '../expected/book-place.ts';
import type { FormatReading, FormatRequest } from '../read-format.ts';
import { compareAddresses } from './compare-addresses.ts';
import { compareEditionPages } from './compare-edition-pages.ts';
import { citations, compareEntryPage } from './compare-entry-page.ts';
import { compareJudged } from './compare-judged.ts';
import { openPages } from './compare-open.ts';
import { compareSearch } from './compare-search.ts';
import { compareStructuredData } from './compare-structured-data.ts';
import { type HtmlSite, readSite, type SiteEntry } from './html-site.ts';

/** Reads the website back as a browser parses it: entries' own pages, chapters, contents, search, redirects. */
export async function readHtml({ files, book, findings }: FormatRequest): Promise<FormatReading> {
  const file = ownPlace(book.handbook, 'index.html');
  const front = findings.about({ file });
  const site = await readSite(findings, files, book);
  if (!front.holds('file', site.pages.has(file), file, '', `there is no ${file}`))
    return { file, entries: 0, readings: [] };
  const reading = { findings, book, files, site };
  const own = site.entries.filter(({ page }) => page.path.startsWith('entry/'));
  const order = book.entries.map((one) => one.number);
  const found = (list: readonly SiteEntry[]): FoundEntry[] => list.map((one) => one.found);
  const rules = { format: 'html', normalise: MARKUP } as const;
  const readings = compareEntries(findings, book, found(inOrderOf(order, own)), {
    ...rules,
    file: (number) => `entry/${numberKey(number)}/index.html`,
  });
  const cited = citations(book);
  for (const one of own) compareEntryPage(reading, one, cited);
  const inChapters = found(chapterEntries(site));
  compareEntries(findings, book, inChapters, { ...rules, file: () => file, place: 'chapter pages' });
  compareContents(front, 'contents', book, site.contents, MARKUP.text, 'the table of contents');
  comparePages(findings, book, site.prose, { normalise: MARKUP, file });
  compareErrata(
    findings.about({ part: 'errata', file }),
    book.handbook,
    site.errata,
    spelledOut(book.handbook),
  );
  const withGraph = files.paths.includes(ownPlace(book.handbook, `${book.handbook.id}.jsonld`));
  for (const page of site.pages.values()) {
    compareStructuredData(reading, page, withGraph);
    const about = findings.about({ part: page.path, file: page.path });
    about.same('languages', book.handbook.language, page.language, 'the language');
  }
  compareAddresses(reading);
  await compareJudged(reading);
  await compareEditionPages(reading);
  await compareSearch(reading);
  return { file, entries: own.length, readings, open: openPages(reading) };
}

/** Entries' own pages have no order among themselves, so they are taken in the handbook's order. */
function inOrderOf(numbers: readonly string[], entries: readonly SiteEntry[]): readonly SiteEntry[] {
  const order = new Map(numbers.map((number, index) => [number, index]));
  const at = ({ found }: SiteEntry): number => order.get(found.number) ?? numbers.length;
  return [...entries].sort((a, b) => at(a) - at(b));
}

/**
 * The pages of chapters in the order of the table of contents, entries in the order of their pages. A long chapter has
 * several pages, of which the contents name the first, and the others by their entries.
 */
function chapterEntries({ entries, contents, pages }: HtmlSite): readonly SiteEntry[] {
  const inChapters = entries.filter(({ page }) => !page.path.startsWith('entry/'));
  const pageOf = new Map(inChapters.map(({ found, page }) => [`#${found.number}`, page.path]));
  const order = new Map<string, number>();
  for (const { target } of contents) {
    const path = pageOf.get(target) ?? target.split('#')[0] ?? '';
    if (pages.has(path) && !order.has(path)) order.set(path, order.size);
  }
  const at = ({ page }: SiteEntry): number => order.get(page.path) ?? order.size;
  return inChapters.sort((a, b) => at(a) - at(b));
}
