import type { Phrasing } from '@octavo/core';

/** What a reference to an entry prints. */
export interface EntryTitle {
  readonly number: string;
  readonly text: string;
  readonly question: readonly Phrasing[];
}
