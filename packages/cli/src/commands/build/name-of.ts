import type { Handbook } from '@octavo/core';
import { versionSegment } from '@octavo/core/ledger';
import type { ReleasedBook } from './as-of.ts';

/** The folder of a build: its name says which edition it is of, and since when changes are marked. */
export function nameOf(since: Handbook | undefined, book: ReleasedBook | undefined): string {
  const version = book && versionSegment(book.release.version);
  if (since)
    return ['redline', versionSegment(since.edition.version), ...(version ? [version] : [])].join('-');
  return version === undefined ? 'preview' : `as-of-${version}`;
}
