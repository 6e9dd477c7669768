import { type PdfDocument, type PdfReference, pdfString } from './pdf-document.ts';
import { ended } from './structure-tree.ts';

/** A place in the book: a page's index, and a height from the page's top in points. */
export interface Destination {
  readonly page: number;
  readonly top: number;
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
