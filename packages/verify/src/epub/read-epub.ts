import { compareContents } from '../compare/compare-contents.ts';
import { compareEntries } from '../compare/compare-entries.ts';
import { comparePages } from '../compare/compare-prose-pages.ts';
import { MARKUP } from '../content/normalise.ts';
import { ownPlace } from '../expected/book-place.ts';
import type { FormatReading, FormatRequest } from '../read-format.ts';
import { compareEpubAnchors } from './compare-epub-anchors.ts';
import { compareEpubDocuments } from './compare-epub-documents.ts';
import { compareEpubMetadata } from './compare-epub-metadata.ts';
import { compareEpubPages } from './compare-epub-pages.ts';
import { epubAnchors } from './epub-anchors.ts';
import { epubEntries } from './epub-entries.ts';
import { navLines, ncxLines } from './epub-navigation.ts';
import { type EpubPackage, openEpub } from './epub-package.ts';
import { epubProsePages } from './epub-prose-pages.ts';

/** Reads the EPUB back with a zip library and an XML parser. */
export async function readEpub({ files, book, findings, pages }: FormatRequest): Promise<FormatReading> {
  const file = ownPlace(book.handbook, `${book.handbook.id}.epub`);
  const nothing = { file, entries: 0, readings: [] };
  const bytes = await files.read(file);
  if (!bytes) {
    findings.holds('file', { file }, false, file, '', `there is no ${file}`);
    return nothing;
  }
  let epub: EpubPackage;
  try {
    epub = openEpub(bytes);
  } catch (error) {
    const reason = `the EPUB cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    findings.holds('file', { file }, false, 'an EPUB', '', reason);
    return nothing;
  }
  for (const fault of epub.faults) findings.holds('file', { file }, false, '', '', fault);
  const anchors = epubAnchors(epub);
  const entries = epubEntries(epub, anchors, file);
  const readings = compareEntries(findings, book, entries, {
    format: 'epub',
    normalise: MARKUP,
    file: () => file,
  });
  const prose = epubProsePages(epub, anchors, book, file);
  comparePages(findings, book, prose, { normalise: MARKUP, file });
  const prosePaths = new Set(prose.map((page) => page.file.slice(file.length + 2)));
  compareEpubDocuments(findings, book, epub, anchors, prosePaths, file);
  const nav = { file: `${file}!/${epub.nav ?? ''}` };
  compareContents(
    findings,
    'contents',
    nav,
    book,
    navLines(epub, anchors),
    MARKUP.text,
    'the table of contents',
  );
  compareContents(findings, 'navigation', { file }, book, ncxLines(epub, anchors), MARKUP.text, 'the ncx');
  compareEpubAnchors(findings, book, epub, anchors, file);
  compareEpubMetadata(findings, book, epub, file);
  compareEpubPages(findings, epub, anchors, entries, pages, file);
  return { file, entries: entries.length, readings };
}
