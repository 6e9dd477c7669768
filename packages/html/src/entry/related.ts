import type { Entry } from '@octavo/core';
import type { Site } from '../site.ts';

/** The entries that an entry names as related, in the source's order. */
export function relatedEntries(site: Site, entry: Entry): Entry[] {
  return known(site, entry.related);
}

/** The entries whose answers link to an entry, in reading order. */
export function citingEntries(site: Site, entry: Entry): Entry[] {
  return known(site, site.index.citedBy.get(entry.number) ?? []);
}

function known(site: Site, numbers: readonly string[]): Entry[] {
  return numbers.flatMap((number) => site.index.entry.get(number) ?? []);
}
