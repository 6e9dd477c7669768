import type { Format, Handbook } from '@octavo/core';
import { atLength } from './at-length.ts';
import { ownPlace } from './book-place.ts';
import { editionFacts } from './edition-facts.ts';

/**
 * What every imprint must say, in this order: which book and edition it is, how many questions it has, who
 * made it, under which license, and by which names it is found, the format's own ISBN first.
 */
export function imprintFacts(handbook: Handbook, format: Format): readonly string[] {
  const { title, subtitle, edition, publisher, license, copyright, contributors, identifiers } = handbook;
  const { doi } = identifiers;
  const isbn: Readonly<Record<string, string | undefined>> = identifiers.isbn ?? {};
  const count = handbook.chapters.reduce((total, { entries }) => total + entries.length, 0);
  const { version, date } = editionFacts(edition);
  const own = format === 'jsonld' ? undefined : isbn[format];
  const others = [isbn.print, isbn.pdf, isbn.epub, isbn.html].filter((one) => one !== own);
  return [
    title,
    subtitle,
    version,
    date && atLength(date, handbook.language),
    count > 0 ? `${count}` : undefined,
    ...contributors.flatMap(({ name, role }) => [name, role]),
    publisher?.name,
    copyright,
    license?.name,
    own,
    ...others,
    doi,
    handbook.iri + ownPlace(handbook, ''),
  ].filter((fact) => fact !== undefined);
}
