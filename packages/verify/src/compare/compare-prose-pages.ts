import type { Content } from '../content/content.ts';
import { type Facet, facetsOf } from '../content/facets.ts';
import type { Normalise } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { compareFacets } from './compare-facets.ts';
import type { Findings } from './findings.ts';

/** A prose page, or the introduction of a chapter, as it was read back. */
export interface FoundPage {
  readonly id: string;
  readonly content: readonly Content[];
  readonly file: string;
}

/** Holds the prose pages and the introductions of chapters against the handbook. */
export function comparePages(
  findings: Findings,
  book: ExpectedBook,
  found: readonly FoundPage[],
  { normalise, file, skip }: { normalise: Normalise; file: string; skip?: ReadonlySet<Facet> },
): void {
  const byId = new Map(found.map((one) => [one.id, one]));
  for (const { name, page, facets } of [...book.front, ...book.intros, ...book.back]) {
    const one = byId.get(page.id);
    const own = findings.about({ part: name, file: one?.file ?? file });
    const reason = `the ${name.split(' ', 1)} “${page.title}” is missing`;
    if (own.holds('presence', one !== undefined, page.title, '', reason) && one)
      compareFacets(own, facets, facetsOf(one.content), normalise, skip);
  }
}
