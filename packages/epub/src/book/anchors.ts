/*
 * Ids within the book. An entry owns `q<key of its number>`, its id and its aliases.
 * Names that Octavo adds have an underscore, which no slug of the source can contain, so the two never collide.
 */

/** Whether a string can be an `id` of an EPUB content document: an XML name without colons (XML 1.0, 2.3). */
export function isXmlName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}\p{M}._-]*$/u.test(name);
}

/** The anchor of a glossary term. */
export function termAnchor(id: string): string {
  return `term_${id}`;
}
