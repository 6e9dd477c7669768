import type { Handbook } from '../model/documents.generated.ts';
import { instant } from '../model/instant.ts';
import type { ReleaseContent } from '../model/ledger.ts';
import { versionSegment } from '../model/version-segment.ts';

/**
 * Why the edition cannot be the next release; undefined when it can. A release is later than the
 * last one in time and has a version of its own.
 */
export function editionProblem(
  edition: Handbook['edition'],
  ledger: readonly ReleaseContent[],
): string | undefined {
  const date = instant(edition.date);
  if (Number.isNaN(Date.parse(date))) return `the edition's date "${edition.date}" is no date`;
  if (ledger.some((release) => versionSegment(release.version) === versionSegment(edition.version))) {
    return `the version ${edition.version} is released already`;
  }
  // Also of other lines: what was published is read in the order of its dates.
  const last = ledger.reduce<ReleaseContent | undefined>(
    (latest, release) => (latest && Date.parse(latest.date) >= Date.parse(release.date) ? latest : release),
    undefined,
  );
  if (last && Date.parse(date) <= Date.parse(last.date)) {
    return `the edition's date ${date} is not later than ${last.date} of release ${last.version}`;
  }
  return undefined;
}
