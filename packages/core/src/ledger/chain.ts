import { groupBy } from '../model/group-by.ts';
import type { Ledger, LedgerRelease } from '../model/ledger.ts';
import { recordHash } from './seal-record.ts';
import { versionSegment } from './version-segment.ts';

/** What is wrong with a set of records, told of the record of `version`. */
export interface ChainFault {
  readonly rule: 'ledger-valid' | 'ledger-one-line';
  readonly version: string;
  readonly reason: string;
  readonly note: string;
}

export const RESTORE_RECORD =
  'Restore the file from version control: releases are history and are never edited.';

/**
 * Puts records in the order of their chain, the first edition first. Returns every reason why they are
 * no chain instead: a record that is not as it was sealed, one whose predecessor is gone or is another
 * one, and two records that follow the same one. Lines of successors of their own (the maintenance of
 * an old edition) can be told apart by `previous`, and are refused until they are supported.
 */
export function chainOf(records: readonly LedgerRelease[]): {
  readonly ledger: Ledger;
  readonly faults: readonly ChainFault[];
} {
  const byVersion = new Map(records.map((record) => [record.version, record]));
  const faults = records.flatMap((record) => faultOf(record, byVersion) ?? []);
  if (faults.length > 0) return { ledger: [], faults };
  const followers = groupBy(records, ({ previous }) => previous?.version);
  const forks = [...followers].flatMap(([version, next]) =>
    next.length > 1 ? [forkOf(version, next, followers)] : [],
  );
  if (forks.length > 0) return { ledger: [], faults: forks };
  const ledger: LedgerRelease[] = [];
  for (let next = followers.get(undefined)?.[0]; next; next = followers.get(next.version)?.[0])
    ledger.push(next);
  return { ledger, faults: [] };
}

function faultOf(
  record: LedgerRelease,
  byVersion: ReadonlyMap<string, LedgerRelease>,
): ChainFault | undefined {
  const { version, previous } = record;
  const fault = (reason: string, note: string): ChainFault => ({
    rule: 'ledger-valid',
    version,
    reason,
    note,
  });
  if (recordHash(record) !== record.hash)
    return fault(`the record of release ${version} is not as it was sealed`, RESTORE_RECORD);
  if (!previous) return undefined;
  const before = byVersion.get(previous.version);
  const path = `releases/${versionSegment(previous.version)}.json`;
  if (!before)
    return fault(
      `release ${version} follows ${previous.version}, and its record ${path} is not there`,
      'Restore that file and its words (.text.jsonl) from version control: releases are history and are never removed.',
    );
  if (before.hash === previous.hash) return undefined;
  return fault(
    `release ${version} follows another ${previous.version} than the one that ${path} records`,
    `Restore ${path} as it was when ${version} was released.`,
  );
}

function forkOf(
  version: string | undefined,
  next: readonly LedgerRelease[],
  followers: ReadonlyMap<string | undefined, readonly LedgerRelease[]>,
): ChainFault {
  const sides = [...next].sort((a, b) =>
    a.date < b.date || (a.date === b.date && a.version < b.version) ? -1 : 1,
  );
  const said = sides.map((side) => lineFrom(side, followers));
  const count = sides.length === 2 ? 'two' : String(sides.length);
  const reason =
    version === undefined
      ? `${count} lines of releases each have a first edition: ${said.join(' and ')}`
      : `${count} lines of releases follow ${version}: ${said.join(' and ')}`;
  const last = sides.at(-1)?.version ?? '';
  const stem = `releases/${versionSegment(last)}`;
  return {
    rule: 'ledger-one-line',
    version: last,
    reason,
    note: `A handbook has one line of releases. Keep the line that is published. Of each release on the other, remove its files (such as ${stem}.json and ${stem}.text.jsonl), its folder in the output and its tag; keep its changes in the sources and release them as the next edition.`,
  };
}

/** "1.1 (2026-02-01), 1.2 (2026-03-01)". */
function lineFrom(
  start: LedgerRelease,
  followers: ReadonlyMap<string | undefined, readonly LedgerRelease[]>,
): string {
  const line = [start];
  for (const release of line) line.push(...(followers.get(release.version) ?? []));
  return line.map(({ version, date }) => `${version} (${date.slice(0, 10)})`).join(', ');
}
