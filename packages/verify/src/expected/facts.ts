import type { Format, Handbook } from '@octavo/core';

/** What every imprint must say: who made the book, which edition it is, under which licence, by which names it is found. */
export function imprintFacts(handbook: Handbook, format: Format): readonly string[] {
  const { title, subtitle, edition, publisher, license, copyright, contributors, identifiers, iri } =
    handbook;
  const isbn =
    format === 'jsonld'
      ? undefined
      : (identifiers.isbn as Readonly<Record<string, string>> | undefined)?.[format];
  return [
    title,
    subtitle,
    edition.version,
    publisher?.name,
    license?.name,
    copyright,
    ...contributors.map(({ name }) => name),
    isbn,
    identifiers.doi,
    iri,
  ].filter((fact) => fact !== undefined);
}
