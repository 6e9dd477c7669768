import { compareContents } from '../compare/compare-contents.ts';
import { compareEntries } from '../compare/compare-entries.ts';
import { comparePages, type FoundPage } from '../compare/compare-prose-pages.ts';
import type { FoundEntry } from '../compare/found-entry.ts';
import { MARKUP } from '../content/normalise.ts';
import { ownPlace } from '../expected/book-place.ts';
import { withoutEditWords } from '../markup/edit-words.ts';
import { findElement } from '../markup/element.ts';
import { markupContent } from '../markup/markup-content.ts';
import type { FormatReading, FormatRequest, PdfPages } from '../read-format.ts';
import { compareEpubAnchors } from './compare-epub-anchors.ts';
import { compareEpubDocuments } from './compare-epub-documents.ts';
import { compareEpubMetadata } from './compare-epub-metadata.ts';
import { compareEpubPackage } from './compare-epub-package.ts';
import { epubAnchors } from './epub-anchors.ts';
import { epubEntries } from './epub-entries.ts';
import { navLines, ncxLines, pageList } from './epub-navigation.ts';
import { openEpub } from './epub-package.ts';
import type { EpubReading } from './epub-reading.ts';

/** Reads the EPUB back with a zip library and an XML parser. */
export async function readEpub({ files, book, findings, pages }: FormatRequest): Promise<FormatReading> {
  const file = ownPlace(book.handbook, `${book.handbook.id}.epub`);
  const whole = findings.about({ file });
  const bytes = await files.read(file);
  whole.holds('file', bytes !== undefined, file, '', `there is no ${file}`);
  const epub = bytes && (await whole.read(() => openEpub(bytes), 'the EPUB'));
  if (!epub) return { file, entries: 0, readings: [] };
  for (const document of epub.documents.values()) withoutEditWords(document, book.handbook.labels);
  for (const fault of epub.faults) whole.none('file', fault, fault);
  const anchors = epubAnchors(epub, book.numberOfKey);
  const reading = { findings, book, epub, anchors, file };
  const entries = epubEntries(reading);
  const rules = { format: 'epub', normalise: MARKUP, file: () => file } as const;
  const readings = compareEntries(findings, book, entries, rules);
  const prose = epubProsePages(reading);
  comparePages(findings, book, prose, { normalise: MARKUP, file });
  // The documents of chapters hold entries beside the introduction.
  const chapters = new Set(book.intros.map(({ page }) => page.id));
  const ownPages = prose.filter(({ id }) => !chapters.has(id));
  const prosePaths = new Set(ownPages.map((page) => page.file.slice(file.length + 2)));
  await compareEpubDocuments(reading, prosePaths);
  compareEpubPackage(reading);
  const nav = findings.about({ file: `${file}!/${epub.nav ?? ''}` });
  compareContents(nav, 'contents', book, navLines(epub, anchors), MARKUP.text, 'the table of contents');
  compareContents(whole, 'navigation', book, ncxLines(epub, anchors), MARKUP.text, 'the ncx');
  compareEpubAnchors(reading);
  compareEpubMetadata(reading);
  compareEpubPages(reading, entries, pages);
  return { file, entries: entries.length, readings };
}

/** The prose pages and the introductions of chapters, found by their titles in the table of contents. */
function epubProsePages({ epub, anchors, book, file }: EpubReading): readonly FoundPage[] {
  const byTitle = new Map(navLines(epub, anchors).map((line) => [MARKUP.text(line.text), line.target]));
  const { front, intros, back } = book;
  return [...front, ...intros, ...back].flatMap(({ page }) => {
    const path = byTitle.get(MARKUP.text(page.title)) ?? '';
    const document = epub.documents.get(path);
    const heading = document && findElement(document, 'h1');
    const intro = document && findElement(document, '.introduction');
    if (!heading?.parent) return [];
    const body = intro ? intro.children : heading.parent.children.filter((child) => child !== heading);
    const context = { level: 1, target: (href: string) => anchors.target(path, href) };
    return [{ id: page.id, content: markupContent(body, context), file: `${file}!/${path}` }];
  });
}

/**
 * The page list names every page mark in order and leads to it. Both match the pages of the PDF, and an entry
 * begins on the same page in both. Without a PDF, there need not be any pages.
 */
function compareEpubPages(
  { findings, epub, anchors, file }: EpubReading,
  entries: readonly FoundEntry[],
  pdf: PdfPages | undefined,
): void {
  const own = findings.about({ part: 'page list', file: `${file}!/${epub.nav ?? ''}` });
  const listed = pageList(epub, anchors);
  const line = ({ label, at }: { label: string; at: string }): string => `${label} at ${at}`;
  own.list('pages', anchors.pages.map(line), listed.map(line), 'the page list');
  if (!pdf || anchors.pages.length === 0) return;
  const labels = anchors.pages.map((page) => page.label);
  own.list('pages', pdf.labels, labels, 'the pages of the PDF');
  for (const { number, page, file: at } of entries) {
    const wanted = pdf.pageOf.get(number);
    if (wanted === undefined) continue;
    const reason = `the entry begins on page ${page ?? '–'}, in the PDF on page ${wanted}`;
    findings.about({ entry: number, file: at }).holds('pages', page === wanted, wanted, page ?? '', reason);
  }
}
