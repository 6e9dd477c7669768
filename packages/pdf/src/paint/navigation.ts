import type { BookPage } from '../assemble/book-page.ts';
import { type PdfDocument, type PdfOutline, type PdfReference, pdfString } from './pdf-document.ts';
import { ended } from './structure-tree.ts';

/** A place in the book: a page's index, and a height from the page's top in points. */
export interface Destination {
  readonly page: number;
  readonly top: number;
}

export interface OutlineItem {
  readonly title: string;
  readonly to: Destination;
  readonly children: readonly OutlineItem[];
}

const LEAF_SIZE = 64;

/** Writes the name tree of destinations in the order of bytes (ISO 32000-1, 7.9.6); pdfkit's sorts by locale. */
export function writeDestinations(
  document: PdfDocument,
  destinations: ReadonlyMap<string, Destination>,
  pages: readonly PdfReference[],
  height: number,
): void {
  const names = [...destinations.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const leaves: { first: string; last: string; ref: PdfReference }[] = [];
  for (let at = 0; at < names.length; at += LEAF_SIZE) {
    const own = names.slice(at, at + LEAF_SIZE);
    const [first = '', last = ''] = [own[0], own.at(-1)];
    const entries = own.flatMap((name) => {
      const to = destinations.get(name);
      return [pdfString(name), [pages[to?.page ?? 0], 'XYZ', null, height - (to?.top ?? 0), null]];
    });
    leaves.push({
      first,
      last,
      ref: ended(document, { Limits: [pdfString(first), pdfString(last)], Names: entries }),
    });
  }
  const tree = { Kids: leaves.map((leaf) => leaf.ref) };
  const namesDictionary = document._root.data.Names as PdfReference;
  namesDictionary.data.Dests = names.length > 0 ? ended(document, tree) : undefined;
}

/** Writes the outline. pdfkit measures `left` from the right edge. */
export function writeOutline(document: PdfDocument, items: readonly OutlineItem[], width: number): void {
  const add = (parent: PdfOutline, list: readonly OutlineItem[]): void => {
    for (const { title, to, children } of list) {
      const item = parent.addItem(title, { pageNumber: to.page, top: to.top, left: width, expanded: false });
      add(item, children);
    }
  };
  add(document.outline, items);
}

const ROMAN = /^[ivxlcdm]+$/;

/** Writes what a viewer shows as page numbers: what is printed. */
export function writePageLabels(document: PdfDocument, pages: readonly BookPage[]): void {
  const ranges: unknown[] = [];
  let style = '';
  let next = 0;
  for (const [index, { label }] of pages.entries()) {
    const own = /^\d+$/.test(label) ? 'D' : ROMAN.test(label) ? 'r' : label;
    const value = own === 'D' ? Number(label) : own === 'r' ? fromRoman(label) : 0;
    if (own === style && value === next && value > 0) {
      next += 1;
      continue;
    }
    style = own;
    next = value + 1;
    ranges.push(index, value > 0 ? { S: own, ...(value > 1 ? { St: value } : {}) } : { P: pdfString(label) });
  }
  document._root.data.PageLabels = ended(document, { Nums: ranges });
}

function fromRoman(label: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  const digits = [...label].map((letter) => values[letter] ?? 0);
  return digits.reduce(
    (total, digit, index) => total + (digit < (digits[index + 1] ?? 0) ? -digit : digit),
    0,
  );
}
