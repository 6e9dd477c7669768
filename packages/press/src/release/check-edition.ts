import {
  type Handbook,
  instant,
  type Ledger,
  type LedgerRelease,
  makeMessage,
  type SourceMap,
} from '@octavo/core';
import { compareVersions, editionOrder, linesOf, versionSegment } from '@octavo/core/ledger';
import type { VFileMessage } from 'vfile-message';

/**
 * Compares the edition with the requested version and with earlier releases: it must have that version, be
 * later in version than the release that it follows, and later in time than every release. A hotfix of an older
 * edition must also stand before the edition that came after that one.
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
  const later = (reason: string, note: string) =>
    found.push(makeMessage('release-later', { place, reason, note }));
  const again = before.find((item) => versionSegment(item.version) === versionSegment(edition.version));
  const last = linesOf(edition, before).line.findLast((release) => release !== again);
  const order = last && compareVersions(edition.version, last.version);
  if (again)
    later(
      `${edition.version} is released already, and ${before.at(-1)?.version} came after it`,
      'Give the edition a later version.',
    );
  else if (last && order !== undefined && order <= 0)
    later(
      `the version ${edition.version} is not later than ${last.version}, the release that it follows`,
      'Give the edition a later version.',
    );
  else if (last) found.push(...checkHotfix(edition, last, before, places));
  const date = instant(edition.date);
  const newest = before.reduce<LedgerRelease | undefined>(
    (latest, release) => (latest && Date.parse(latest.date) > Date.parse(release.date) ? latest : release),
    undefined,
  );
  if (newest && Date.parse(date) <= Date.parse(newest.date)) {
    found.push(
      makeMessage('release-later', {
        place: places.locate('handbook.yaml', ['edition', 'date']),
        reason: `the edition's date ${date} is not later than ${newest.date}, the date of release ${newest.version}`,
        note: 'Give the edition a later date; two releases on one day need a time, such as 2026-11-22T15:00:00Z.',
      }),
    );
  }
  return found;
}

/** What already follows the release that the edition is to follow, other than hotfixes, must be later than it. */
function checkHotfix(
  edition: Handbook['edition'],
  last: LedgerRelease,
  before: Ledger,
  places: SourceMap,
): readonly VFileMessage[] {
  const refuse = (reason: string, note: string) => [
    makeMessage('release-follows', {
      place: places.locate('handbook.yaml', ['edition', 'previous']),
      reason,
      note,
    }),
  ];
  const followers = editionOrder(before).filter(({ previous }) => previous?.version === last.version);
  const hotfix = followers.find(({ behind }) => behind !== undefined);
  if (hotfix) {
    const head = before.findLast((one) => linesOf({ version: one.version }, before).line.includes(hotfix));
    return refuse(
      `this edition follows ${last.version}, and so does its hotfix ${hotfix.version} already`,
      `Set edition.previous to "${head?.version}", the last release of that line.`,
    );
  }
  const next = followers.at(-1);
  if (!next || (compareVersions(edition.version, next.version) ?? -1) < 0) return [];
  const newest = editionOrder(before).at(-1)?.version ?? next.version;
  return refuse(
    `this edition follows ${last.version}, and so does ${next.version}, which is not later than ${edition.version}`,
    `For the next edition, set edition.previous to "${newest}" or leave it out. A hotfix of ${last.version} has a version between the two.`,
  );
}
