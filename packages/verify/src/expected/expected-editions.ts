import type { Handbook } from '@octavo/core';
import { atLength } from './at-length.ts';
import { segmentOf } from './edition-address.ts';
import { editionFacts } from './edition-facts.ts';

/** An edition as the pages of editions must tell it. */
export interface ExpectedEdition {
  readonly version: string;
  /** What stands for it in addresses. */
  readonly segment: string;
  /** "Edition 2026.1 · January 31, 2026". */
  readonly line: string;
  /** "January 31, 2026"; empty where the edition has no date. */
  readonly day: string;
  readonly stateHash?: string;
  /** The sentence about its withdrawal. */
  readonly retracted?: string;
  /** "Changed: 633, 644", a line for each kind; of earlier editions. */
  readonly changes: readonly string[];
}

/** All editions, the newest first; none where the book has no version. */
export function expectedEditions(
  handbook: Handbook,
  stateHash: string | undefined,
): readonly ExpectedEdition[] {
  const { edition, editions = [], labels, language } = handbook;
  const { version, date } = editionFacts(edition);
  if (version === undefined) return [];
  const lineOf = (name: string, day: string | undefined): string =>
    [labels.editionNumber.replace('{version}', name), ...(day ? [atLength(day, language)] : [])].join(' · ');
  const earlier = editions.map((one): ExpectedEdition => {
    const { retracted } = one;
    const sentence =
      retracted &&
      `${labels.editionWithdrawn.replace('{reason}', retracted.reason)} (${atLength(retracted.date, language)})`;
    return {
      version: one.version,
      segment: segmentOf(one.version),
      line: lineOf(one.version, one.date),
      day: one.date ? atLength(one.date, language) : '',
      stateHash: one.stateHash,
      ...(sentence === undefined ? {} : { retracted: sentence }),
      changes: one.changes.map(({ kind, entries }) => `${labels[kind]}: ${entries.join(', ')}`),
    };
  });
  const own = {
    version,
    segment: segmentOf(version),
    line: lineOf(version, date),
    day: date ? atLength(date, language) : '',
    ...(stateHash === undefined ? {} : { stateHash }),
    changes: [],
  };
  return [own, ...earlier.reverse()];
}
