import type { Handbook } from '@octavo/core';
import type { History } from '@octavo/press/history';
import type { Blackout } from '@octavo/press/release';
import type { VFile } from 'vfile';
import type { Needles } from './needles.ts';
import type { Instead, RedactedSources } from './redacted-sources.ts';
import type { Subjects } from './subjects.ts';

/** The book, or one of its editions, with its own ledger and folder of releases. */
export interface RedactedBook {
  readonly edition: string | undefined;
  readonly handbook: Handbook;
  /** The files of the handbook as it sees them. */
  readonly files: readonly VFile[];
  readonly history: History;
  /** The folder of all its releases. */
  readonly out: string;
  /** The folder of each release by version: below `out`, or where `octavo release --edition --out` put it. */
  readonly releases: ReadonlyMap<string, string>;
}

export interface RedactionFacts {
  readonly root: string;
  /** The whole book first. */
  readonly books: readonly RedactedBook[];
  readonly subjects: Subjects;
  readonly sources: RedactedSources;
  readonly blackout: Blackout;
  /** The same for the feed, in which links print the questions of others. */
  readonly inFeed: Blackout;
  readonly instead: Instead;
  readonly needles: Needles;
  readonly what: readonly string[];
  readonly reason: string;
  readonly date: string;
  /** Another folder with what was published. */
  readonly previous: string | undefined;
}
