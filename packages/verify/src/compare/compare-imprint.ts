import type { Format } from '@octavo/core';
import type { Normalise } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { imprintFacts } from '../expected/facts.ts';
import type { Case } from './findings.ts';

/** An imprint or colophon states every fact of the book, in order. `found` is its text. */
export function compareImprint(
  imprint: Case,
  format: Format,
  { handbook }: ExpectedBook,
  found: string,
  normalise: Normalise,
): void {
  // Lines may end anywhere.
  const bare = (text: string): string => normalise.text(text).replace(/\s+/g, '');
  const text = bare(found);
  const own = imprint.about({ part: 'imprint' });
  let at = 0;
  for (const fact of imprintFacts(handbook, format)) {
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
