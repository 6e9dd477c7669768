import type { Entry } from '../model/handbook.ts';
import { NUMBER_FORM } from '../model/number.ts';

/** The permanent anchor of an entry in every format: `q618`. */
export function entryAnchor(number: string): string {
  return `q${number}`;
}

/** The anchor of an old number or id: a number becomes `q<number>`, anything else stays as it is. */
export function aliasAnchor(alias: string): string {
  return NUMBER_FORM.test(alias) ? entryAnchor(alias) : alias;
}

/** All anchors of an entry: its number's first, then its id, then those that it once had. */
export function entryAnchors({ number, id, aliases }: Entry): readonly string[] {
  return [...new Set([entryAnchor(number), id, ...aliases.map(aliasAnchor)])];
}

/** The anchor of a heading inside an entry, the same in every format: `q618-steps`. */
export function headingAnchor(number: string, id: string): string {
  return `${entryAnchor(number)}-${id}`;
}

/** The permanent IRI of an entry, the same in every edition and format: `<iri>entry/<number>`. */
export function entryIri({ iri }: { readonly iri: string }, number: string): string {
  return `${iri}entry/${encodeURIComponent(number)}`;
}
