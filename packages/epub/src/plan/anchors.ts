/*
 * Ids within the book. An entry owns `q<number>`, its id and its aliases. What Octavo itself names has an
 * underscore, which no slug of the source can hold, so the two never meet.
 */

/** The permanent anchor of an entry, `q618`: the same in every format. */
export function entryAnchor(number: string): string {
  return `q${number}`;
}

/** The anchor of an old number or id: a number becomes `q<number>`, anything else stays as it is. */
export function aliasAnchor(alias: string): string {
  return /^[1-9]\d*(\.[1-9]\d*)*[A-Z]{0,2}$/.test(alias) ? entryAnchor(alias) : alias;
}

/** Whether a string can be an `id` of an EPUB content document: an XML name without colons (XML 1.0, 2.3). */
export function isXmlName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u.test(name);
}

/** The anchor of a glossary term. */
export function termAnchor(id: string): string {
  return `term_${id}`;
}
