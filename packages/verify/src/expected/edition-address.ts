import type { Handbook } from '@octavo/core';
import { ownPlace } from './book-place.ts';
import { editionFacts } from './edition-facts.ts';

/** Pages of editions: the list of all, a release, and what has changed since. */
export const OF_EDITIONS: RegExp = /^(?:.+\/)?(?:releases_*|(?:release|since)\/[^/]+)\/index\.html$/;

/** What stands for a version in addresses. */
export function segmentOf(version: string): string {
  return version.replace(/[^\w.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'edition';
}

/** Where readers of this edition find what has changed since; none where the book has no version. */
export function sinceAddress(handbook: Handbook): string | undefined {
  const { version } = editionFacts(handbook.edition);
  const place = version === undefined ? undefined : ownPlace(handbook, `since/${segmentOf(version)}/`);
  return place && handbook.iri + place;
}
