import { hash } from 'node:crypto';
import type { Handbook } from '@octavo/core';
import { compareContents } from '../compare/compare-contents.ts';
import { compareEntries } from '../compare/compare-entries.ts';
import { compareList } from '../compare/compare-lists.ts';
import { comparePages, type FoundPage } from '../compare/compare-prose-pages.ts';
import { type Target, targetOfAnchor } from '../content/entry-target.ts';
import type { Facet } from '../content/facets.ts';
import { PAINTED } from '../content/normalise.ts';
import { ownPlace } from '../expected/book-place.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { expectedLists } from '../expected/expected-lists.ts';
import { outerEntries } from '../expected/outer-entries.ts';
import { vocabularyOf } from '../expected/vocabulary.ts';
import type { FormatReading, FormatRequest, PdfPages } from '../read-format.ts';
import type { TreeFiles } from '../tree/tree-files.ts';
import { compareActive } from './compare-active.ts';
import { compareDestinations } from './compare-destinations.ts';
import { compareDrawings } from './compare-drawings.ts';
import { compareLandings } from './compare-landings.ts';
import { compareMatter } from './compare-matter.ts';
import { compareMetadata } from './compare-metadata.ts';
import { comparePainting } from './compare-painting.ts';
import { comparePrintedPages, type Printed } from './compare-printed-pages.ts';
import { compareWords } from './compare-words.ts';
import { withoutEditWords } from './edit-words.ts';
import { type Owner, ownerOf } from './owner.ts';
import { type PdfContext, pdfContent } from './pdf-content.ts';
import { pdfContents, pdfList, pdfOutline, titled } from './pdf-contents.ts';
import { type PdfDocument, readDocument } from './pdf-document.ts';
import { type PdfEntry, pdfEntries } from './pdf-entries.ts';
import { shown, stretchesIn, structElements } from './pdf-structure.ts';
import { proseIn } from './prose-in.ts';

/** A PDF's tags do not distinguish bold and italic words. */
const SKIP: ReadonlySet<Facet> = new Set(['emphasis']);

/** Reads the PDF back: text by pdf.js through the structure tree, outline, links, page labels. */
export async function readPdf({ files, book, findings }: FormatRequest): Promise<FormatReading> {
  const { handbook } = book;
  const file = ownPlace(handbook, `${handbook.id}.pdf`);
  const whole = findings.about({ file });
  const bytes = await files.read(file);
  whole.holds('file', bytes !== undefined, file, '', `there is no ${file}`);
  const read = bytes && (await whole.read(() => readDocument(bytes), 'the PDF'));
  if (!read) return { file, entries: 0, readings: [] };
  const pdf = { ...read, structure: withoutEditWords(read.structure, handbook.labels) };
  const printed: Printed[] = [];
  const target = targetsOf(pdf, book);
  const outer = outerEntries(handbook);
  const before = notesBefore(handbook);
  const contextOf = (entry: string): PdfContext => ({
    notesBefore: before.get(entry) ?? 0,
    level: entry === '' ? 1 : 2,
    labels: handbook.labels,
    target,
    outer: (address) => outer.get(address),
    printed: (page) => printed.push({ ...page, entry }),
  });
  const entries = pdfEntries(pdf, file, contextOf, (number) => book.byNumber.get(number));
  const found = entries.map((one) => one.found);
  const rules = { format: 'pdf', normalise: PAINTED, skip: SKIP, file: () => file } as const;
  const readings = compareEntries(findings, book, found, rules);
  const prose = pdfProsePages(pdf, book, file, contextOf(''));
  comparePages(findings, book, prose, { normalise: PAINTED, file, skip: SKIP });
  const list = titled(pdf, handbook.labels.contents) ?? pdf.structure;
  const lines = [pdfContents(pdf, target, list), pdfOutline(pdf, book)] as const;
  const [contents, outline] = [whole.about({ part: 'contents' }), whole.about({ part: 'outline' })];
  compareContents(contents, 'contents', book, lines[0], PAINTED.text, 'the table of contents');
  for (const list of expectedLists(handbook))
    compareList(whole.about({ part: list.id }), list, pdfList(pdf, target, list.title));
  compareContents(outline, 'navigation', book, lines[1], PAINTED.text, 'the outline');
  const owner = ownerOf(entries);
  // A table that runs on repeats its head on the next page.
  const tableHeads = [...structElements(pdf.structure, /^TH$/)].map(shown);
  const vocabulary = vocabularyOf(handbook, [...pdf.labels, ...tableHeads, book.stateHash ?? '']);
  const asset = assetsOf(files, handbook);
  const reading = { findings, pdf, book, file, owner, vocabulary, tableHeads, asset };
  comparePainting(reading);
  await compareDrawings(reading);
  compareWords(reading);
  compareActive(reading);
  await compareMetadata(reading);
  compareMatter(reading);
  compareDestinations(reading, entries);
  compareLandings(reading, entries);
  comparePrintedPages(reading, printed);
  return { file, entries: entries.length, readings, pages: pagesOf(pdf, entries, owner) };
}

/** How many notes of its chapter stand before each entry. */
function notesBefore({ chapters }: Handbook): ReadonlyMap<string, number> {
  return new Map(
    chapters.flatMap(({ intro, entries }) => {
      let count = intro?.footnotes.length ?? 0;
      return entries.map(({ number, footnotes }) => {
        count += footnotes.length;
        return [number, count - footnotes.length] as const;
      });
    }),
  );
}

/** Where named destinations are, in the common form. */
function targetsOf(pdf: PdfDocument, { byKey }: ExpectedBook): Target {
  return (name) => {
    if (!pdf.destinations.has(name)) return `nowhere (${name})`;
    // The name of a part stands behind a hyphen, and those of the number are doubled.
    const [, key = ''] = /^q((?:[^-]|--)+)/.exec(name) ?? [];
    const number = byKey.get(key.split('--').join('-'))?.number;
    return number === undefined ? name : targetOfAnchor(number, name);
  };
}

/** What the other formats repeat about the pages that are not blank. */
function pagesOf(pdf: PdfDocument, entries: readonly PdfEntry[], owner: Owner): PdfPages {
  const on = pdf.labels.map((): Set<string> => new Set());
  // A note may stand on a later page than its text, and does not put its entry there.
  for (const one of stretchesIn(pdf.structure, 'Note')) {
    const number = owner(one);
    if (number !== undefined) on[one.page]?.add(number);
  }
  const filled = (_: unknown, page: number): boolean => (pdf.pages[page]?.texts.size ?? 0) > 0;
  return {
    labels: pdf.labels.filter(filled),
    pageOf: new Map(entries.map(({ found, page }) => [found.number, pdf.labels[page ?? -1] ?? ''])),
    entriesOn: on.filter(filled).map((numbers) => [...numbers]),
  };
}

/** The prose pages and the introductions of chapters. */
function pdfProsePages(
  pdf: PdfDocument,
  book: ExpectedBook,
  file: string,
  context: PdfContext,
): readonly FoundPage[] {
  return [...structElements(pdf.structure, /^Sect$/)].flatMap((section) => {
    const { id, body } = proseIn(section, book) ?? {};
    return id === undefined || !body ? [] : [{ id, content: pdfContent(body, context), file }];
  });
}

/** Finds the bytes of the handbook's pictures in the site, where they are the handbook's by their SHA-256. */
function assetsOf(files: TreeFiles, { images }: Handbook): (path: string) => Promise<Uint8Array | undefined> {
  return async (path) => {
    const facts = images.find((image) => image.path === path);
    const place = files.paths.find((one) => `/${one}`.endsWith(`/images/${path}`));
    const bytes = place === undefined ? undefined : await files.read(place);
    return bytes && facts && hash('sha256', bytes) === facts.sha256 ? bytes : undefined;
  };
}
