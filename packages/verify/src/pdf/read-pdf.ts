import { compareContents } from '../compare/compare-contents.ts';
import { compareEntries } from '../compare/compare-entries.ts';
import { comparePages } from '../compare/compare-prose-pages.ts';
import { targetOfAnchor } from '../content/entry-target.ts';
import type { Facet } from '../content/facets.ts';
import { PAINTED } from '../content/normalise.ts';
import { ownPlace } from '../expected/book-place.ts';
import { outerEntries } from '../expected/outer-entries.ts';
import { vocabularyOf } from '../expected/vocabulary.ts';
import type { FormatReading, FormatRequest } from '../read-format.ts';
import { assetsOf } from '../tree/assets.ts';
import { compareActive, compareMetadata } from './compare-active.ts';
import { compareDestinations } from './compare-destinations.ts';
import { compareDrawings } from './compare-drawings.ts';
import { compareMatter } from './compare-matter.ts';
import { comparePainting } from './compare-painting.ts';
import { comparePrintedPages, type Printed } from './compare-printed-pages.ts';
import { compareWords } from './compare-words.ts';
import { ownerOf } from './owner.ts';
import type { PdfContext } from './pdf-content.ts';
import { pdfContents, pdfOutline } from './pdf-contents.ts';
import { type PdfDocument, readDocument } from './pdf-document.ts';
import { pdfEntries } from './pdf-entries.ts';
import { pdfProsePages } from './pdf-prose-pages.ts';
import { shown, stretchesIn, structElements } from './pdf-structure.ts';

/** A PDF's tags have no place for bold and slanted words. */
const SKIP: ReadonlySet<Facet> = new Set(['emphasis']);

/** Reads the PDF back: text by pdf.js through the structure tree, outline, links, page labels. */
export async function readPdf({ files, book, findings }: FormatRequest): Promise<FormatReading> {
  const { handbook } = book;
  const file = ownPlace(handbook, `${handbook.id}.pdf`);
  const nothing = { file, entries: 0, readings: [] };
  const bytes = await files.read(file);
  if (!findings.holds('file', { file }, bytes !== undefined, file, '', `there is no ${file}`) || !bytes)
    return nothing;
  let pdf: PdfDocument;
  try {
    pdf = await readDocument(bytes);
  } catch (error) {
    const reason = `the PDF cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    findings.holds('file', { file }, false, 'a tagged PDF', '', reason);
    return nothing;
  }
  const printed: Printed[] = [];
  const numbers = new Map(book.entries.map(({ number }) => [`q${number}`, `#${number}`]));
  const entryOf = (name: string): string => {
    const number = /^q([^-]+)/.exec(name)?.[1] ?? '';
    return numbers.get(name) ?? (numbers.has(`q${number}`) ? targetOfAnchor(number, name) : name);
  };
  const target = (name: string): string => (pdf.destinations.has(name) ? entryOf(name) : `nowhere (${name})`);
  const outer = outerEntries(handbook);
  const contextOf = (entry: string): PdfContext => ({
    level: entry === '' ? 1 : 2,
    labels: handbook.labels,
    target,
    outer: (address) => outer.get(address),
    printed: (page) => printed.push({ ...page, entry }),
  });
  const entries = pdfEntries(pdf, file, contextOf, (number) => book.byNumber.get(number)?.facts.length ?? 0);
  const readings = compareEntries(
    findings,
    book,
    entries.map(({ found }) => found),
    {
      format: 'pdf',
      normalise: PAINTED,
      skip: SKIP,
      file: () => file,
    },
  );
  const prose = pdfProsePages(pdf, book, file, contextOf(''));
  comparePages(findings, book, prose, { normalise: PAINTED, file, skip: SKIP });
  const about = { part: 'contents', file };
  compareContents(
    findings,
    'contents',
    about,
    book,
    pdfContents(pdf, target),
    PAINTED.text,
    'the table of contents',
  );
  const outline = pdfOutline(pdf, book);
  compareContents(
    findings,
    'navigation',
    { part: 'outline', file },
    book,
    outline,
    PAINTED.text,
    'the outline',
  );
  const owner = ownerOf(entries);
  comparePainting(findings, pdf, file, owner);
  await compareDrawings(findings, { pdf, handbook, file, owner, asset: assetsOf(files, handbook) });
  // A table that runs on repeats its head on the next page.
  const heads = [...structElements(pdf.structure, /^TH$/)].map(shown);
  const vocabulary = vocabularyOf(handbook, [...pdf.labels, ...heads]);
  compareWords(findings, { pdf, book, vocabulary, owner, file });
  compareActive(findings, pdf, file);
  compareMetadata(findings, pdf, vocabulary, [handbook.title], file);
  compareMatter(findings, pdf, book, file);
  compareDestinations(findings, book, pdf, entries, file);
  comparePrintedPages(findings, book, pdf, printed, file);
  const title = PAINTED.text(pdf.title).slice(0, PAINTED.text(handbook.title).length);
  findings.same('metadata', { part: 'metadata', file }, PAINTED.text(handbook.title), title, 'the title');
  findings.same('languages', { part: 'metadata', file }, handbook.language, pdf.language, 'the language');
  const pageOf = new Map(entries.map(({ found, page }) => [found.number, pdf.labels[page ?? -1] ?? '']));
  const on = pdf.labels.map((): Set<string> => new Set());
  for (const one of stretchesIn(pdf.structure)) {
    const number = owner(one);
    if (number !== undefined) on[one.page]?.add(number);
  }
  const filled = (_: unknown, page: number): boolean => (pdf.pages[page]?.texts.size ?? 0) > 0;
  const entriesOn = on.filter(filled).map((numbers) => [...numbers]);
  const pages = { labels: pdf.labels.filter(filled), pageOf, entriesOn };
  return { file, entries: entries.length, readings, pages };
}
