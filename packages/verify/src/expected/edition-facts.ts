import type { Handbook } from '@octavo/core';

/**
 * What may be stated about an edition: an imported book has placeholders for a version and a date that it
 * does not have.
 */
export function editionFacts({ version, date }: Handbook['edition']): {
  readonly version: string | undefined;
  readonly date: string | undefined;
} {
  if (version !== '0-undated') return { version, date };
  return { version: undefined, date: date === '1980-01-01' ? undefined : date };
}
