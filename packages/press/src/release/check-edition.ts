import { type Handbook, instant, type Ledger, makeMessage, type SourceMap } from '@octavo/core';
import { versionSegment } from '@octavo/core/ledger';
import type { VFileMessage } from 'vfile-message';
import { compareVersions } from './version-order.ts';

/**
 * Compares the edition with the requested version and with earlier releases: it must have that version, and
 * be later than the last release in version and in time.
 */
export function checkEdition(
  { edition }: Pick<Handbook, 'edition'>,
  version: string,
  before: Ledger,
  places: SourceMap,
): readonly VFileMessage[] {
  const found: VFileMessage[] = [];
  const place = places.locate('handbook.yaml', ['edition', 'version']);
  if (edition.version !== version) {
    found.push(
      makeMessage('release-version-matches', {
        place,
        reason: `the release asked for is ${version}, and this edition is ${edition.version}`,
        note: `Release ${edition.version}, or set edition.version to "${version}".`,
      }),
    );
  }
  const last = before.at(-1);
  if (!last) return found;
  const again = before.find((item) => versionSegment(item.version) === versionSegment(edition.version));
  const order = compareVersions(edition.version, last.version);
  if (again || (order !== undefined && order <= 0)) {
    const reason = again
      ? `${edition.version} is released already, and ${last.version} came after it`
      : `the version ${edition.version} is not later than ${last.version}, the last release`;
    found.push(makeMessage('release-later', { place, reason, note: 'Give the edition a later version.' }));
  }
  const date = instant(edition.date);
  if (Date.parse(date) <= Date.parse(last.date)) {
    found.push(
      makeMessage('release-later', {
        place: places.locate('handbook.yaml', ['edition', 'date']),
        reason: `the edition's date ${date} is not later than ${last.date}, the date of release ${last.version}`,
        note: 'Give the edition a later date; two releases on one day need a time, such as 2026-11-22T15:00:00Z.',
      }),
    );
  }
  return found;
}
