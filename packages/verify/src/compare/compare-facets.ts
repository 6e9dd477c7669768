import { FACETS, type Facet, type Facets } from '../content/facets.ts';
import type { Normalise } from '../content/normalise.ts';
import type { Case } from './findings.ts';

/** Compares what was read of an answer with what it must say, one facet after another. */
export function compareFacets(
  found: Case,
  expected: Facets,
  facets: Facets,
  normalise: Normalise,
  skip: ReadonlySet<Facet> = new Set(),
): void {
  for (const facet of FACETS) {
    if (skip.has(facet)) continue;
    const is = facets[facet].map((line) => normalise.line(facet, line));
    const wanted = expected[facet].map((line, index) =>
      normalise.allow(normalise.line(facet, line), is[index] ?? ''),
    );
    found.list(facet, wanted, is);
  }
}
