import type { Format, Handbook } from '@octavo/core';
import type { Normalise } from '../content/normalise.ts';
import { atLength } from '../expected/at-length.ts';
import { ownPlace } from '../expected/book-place.ts';
import { sinceAddress } from '../expected/edition-address.ts';
import { editionFacts } from '../expected/edition-facts.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import type { Case } from './findings.ts';

/** An imprint or colophon states every fact of the book, in order. `found` is its text. */
export function compareImprint(
  imprint: Case,
  format: Format,
  { handbook, stateHash }: ExpectedBook,
  found: string,
  normalise: Normalise,
): void {
  // Lines may end anywhere.
  const bare = (text: string): string => normalise.text(text).replace(/\s+/g, '');
  const text = bare(found);
  const own = imprint.about({ part: 'imprint' });
  let at = 0;
  for (const fact of [...imprintFacts(handbook, format), stateHash, sinceAddress(handbook)].filter(
    (one) => one !== undefined,
  )) {
    const wanted = bare(fact);
    const there = text.includes(wanted);
    const next = text.indexOf(wanted, at);
    const reason = there
      ? `the imprint says “${fact}” before what should stand before it`
      : `the imprint does not say “${fact}”`;
    own.holds(there ? 'order' : 'metadata', next >= 0, fact, '', reason);
    if (next >= 0) at = next + wanted.length;
  }
}

/**
 * What every imprint must say, in this order: which book and edition it is, how many questions it has, who
 * made it, under which license, and by which names it is found, the format's own ISBN first.
 */
function imprintFacts(handbook: Handbook, format: Format): readonly string[] {
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
