import { type Handbook, instant } from '@octavo/core';
import { isStandIn } from '@octavo/core/say';

/**
 * What is said about an edition (schema.org `bookEdition`, `version`, `datePublished`); facts that it lacks
 * are left out.
 */
export function editionFacts(edition: Handbook['edition']): Readonly<Record<string, string>> {
  const { version } = edition;
  return {
    ...(isStandIn('version', edition) ? {} : { bookEdition: version, version }),
    ...(isStandIn('date', edition) ? {} : { datePublished: instant(edition.date) }),
  };
}
