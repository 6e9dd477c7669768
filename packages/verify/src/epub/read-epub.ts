import { compareContents } from '../compare/compare-contents.ts';
import { compareEntries } from '../compare/compare-entries.ts';
import { comparePages } from '../compare/compare-prose-pages.ts';
import { MARKUP } from '../content/normalise.ts';
import { ownPlace } from '../expected/book-place.ts';
import type { FormatReading, FormatRequest } from '../read-format.ts';
import { compareEpubAnchors } from './compare-epub-anchors.ts';
import { compareEpubDocuments } from './compare-epub-documents.ts';
import { compareEpubMetadata } from './compare-epub-metadata.ts';
import { compareEpubPackage } from './compare-epub-package.ts';
import { compareEpubPages } from './compare-epub-pages.ts';
import { epubAnchors } from './epub-anchors.ts';
import { epubEntries } from './epub-entries.ts';
import { navLines, ncxLines } from './epub-navigation.ts';
import { openEpub } from './epub-package.ts';
import { epubProsePages } from './epub-prose-pages.ts';

/** Reads the EPUB back with a zip library and an XML parser. */
export async function readEpub({ files, book, findings, pages }: FormatRequest): Promise<FormatReading> {
  const file = ownPlace(book.handbook, `${book.handbook.id}.epub`);
  const whole = findings.about({ file });
  const bytes = await files.read(file);
  whole.holds('file', bytes !== undefined, file, '', `there is no ${file}`);
  const epub = bytes && (await whole.read(() => openEpub(bytes), 'the EPUB'));
  if (!epub) return { file, entries: 0, readings: [] };
  for (const fault of epub.faults) whole.none('file', fault, fault);
  const anchors = epubAnchors(epub, book.numberOfKey);
  const reading = { findings, book, epub, anchors, file };
  const entries = epubEntries(reading);
  const rules = { format: 'epub', normalise: MARKUP, file: () => file } as const;
  const readings = compareEntries(findings, book, entries, rules);
  const prose = epubProsePages(reading);
  comparePages(findings, book, prose, { normalise: MARKUP, file });
  const prosePaths = new Set(prose.map((page) => page.file.slice(file.length + 2)));
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
