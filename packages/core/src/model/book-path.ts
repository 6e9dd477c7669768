import type { Handbook } from './documents.generated.ts';

/** What all volumes of a work share, by path from the web root of the work's IRI. */
const COMMON = /^(?:entry|context)\//;

/** What distinguishes a volume from a book that is the whole work. */
export type Placed = Pick<Handbook, 'id'> & { readonly volume?: object | undefined };

/**
 * The folder of a book below the web root of its IRI: `volume/<id>/` for a volume of a work, and the
 * root itself (an empty text) for a book that is the whole work. It is named by the id alone, so that
 * a volume may grow and stays where it is.
 */
export function bookFolder({ id, volume }: Placed): string {
  return volume ? `volume/${id}/` : '';
}

/** The address of a book: the IRI of its work, or the volume's folder below that. It ends in a slash. */
export function bookAddress(book: Placed & Pick<Handbook, 'iri'>): string {
  return book.iri + bookFolder(book);
}

/**
 * Where a file of a book lies, from the web root of the IRI. Entries (`entry/…`) and the context of
 * the data (`context/…`) are common to all volumes; everything else lies in the book's own folder.
 */
export function bookPath(book: Placed, path: string): string {
  return COMMON.test(path) ? path : bookFolder(book) + path;
}
