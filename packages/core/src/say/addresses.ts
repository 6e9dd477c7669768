import { bookAddress, type Placed } from '../model/book-path.ts';
import type { Entry, Handbook } from '../model/documents.generated.ts';
import { versionSegment } from '../model/version-segment.ts';
import { numberKey } from '../numbers/number-key.ts';
import { isNumberEver } from '../numbers/order-numbers.ts';

/**
 * The permanent anchor of an entry in every format: `q618`, `q14a` of § 14a. A hyphen of the number is doubled,
 * `q12--3`, since one alone is followed by the name of a part: `q12-3` is the clause (3) of 12.
 */
export function entryAnchor(number: string): string {
  return `q${numberKey(number).replaceAll('-', '--')}`;
}

/** The grammars that say whether an old name is a number. */
type Grammars = Pick<Handbook, 'numbers' | 'formerNumbers'>;

/** The anchor of an old number or id: that of a number is its own, anything else stays as it is. */
export function aliasAnchor(alias: string, grammars: Grammars): string {
  return isNumberEver(alias, grammars) ? entryAnchor(alias) : alias;
}

/** What stands for an old number or id in addresses: the key of a number, anything else as it is. */
export function aliasName(alias: string, grammars: Grammars): string {
  return isNumberEver(alias, grammars) ? numberKey(alias) : alias;
}

/** All anchors of an entry: its number's first, then its id, then those that it once had. */
export function entryAnchors({ number, id, aliases }: Entry, grammars: Grammars): readonly string[] {
  return [...new Set([entryAnchor(number), id, ...aliases.map((alias) => aliasAnchor(alias, grammars))])];
}

/** The anchor of a heading inside an entry, the same in every format: `q618-steps`. */
export function headingAnchor(number: string, id: string): string {
  return `${entryAnchor(number)}-${id}`;
}

/** Where an entry lies from the web root of its work, without a file's ending: `entry/618`. */
export function entryPath(number: string): string {
  return `entry/${numberKey(number)}`;
}

/** The permanent IRI of an entry, the same in every edition and format: `<iri>entry/<key of its number>`. */
export function entryIri({ iri }: { readonly iri: string }, number: string): string {
  return iri + entryPath(number);
}

/** A page of the book that speaks of one of its editions: `release/2026.1/`, `since/2026.1/`, `edition/2026.1/`. */
export function editionAddress(
  book: Placed & { readonly iri: string },
  folder: 'release' | 'since' | 'edition',
  version: string,
): string {
  return `${bookAddress(book)}${folder}/${versionSegment(version)}/`;
}

/** Puts a number in front of its question: `618. What…`; a number that ends in a sign needs no point: `A1a1) What…`. */
export function numbered(number: string, question: string): string {
  return `${number}${/[\p{L}\p{N}]$/u.test(number) ? '.' : ''} ${question}`;
}
