import type { LedgerNotice, LedgerRelease, LedgerTip } from '../model/ledger.ts';
import { versionSegment } from '../model/version-segment.ts';
import { sealHash } from './seal-record.ts';

/** What is wrong with a set of records, told of the file `releases/<name>.json`. */
export interface ChainFault {
  readonly rule: 'ledger-valid' | 'ledger-one-line';
  readonly name: string;
  readonly reason: string;
  readonly note: string;
}

export const RESTORE_RECORD =
  'Restore the file from version control: releases are history and are never edited.';
/** What to do about a file of the ledger in a form that came later. */
export const USE_NEWER = 'Use the Octavo that wrote it, or a newer one.';

/** A record of the ledger: a release, or a notice of what became of one. */
export type LedgerRecord = LedgerRelease | LedgerNotice;

export interface Chain {
  /** Every release, in an order in which each stands behind all that were known when it was made. */
  readonly ledger: readonly LedgerRelease[];
  /** In the same order. */
  readonly notices: readonly LedgerNotice[];
  /** What nothing follows: one, unless branches released without knowing of each other. */
  readonly tips: readonly LedgerTip[];
  readonly faults: readonly ChainFault[];
}

/**
 * Puts records in the order in which they were made. Each holds the hash of the record that it follows and of
 * all else that the ledger ended with (`after`), so that the records are a graph from which none can be taken
 * but the last. Returns every reason why they are no such graph: a record that is not as it was sealed, one
 * whose predecessor is gone or is another one, and more than one end, which `octavo ledger merge` can join.
 */
export function chainOf(records: readonly LedgerRecord[]): Chain {
  const byName = new Map(records.map((record) => [recordName(record), record]));
  const faults = records.flatMap((record) => faultOf(record, byName) ?? []);
  if (faults.length > 0) return { ledger: [], notices: [], tips: [], faults };
  const ends = endsOf(records);
  const tips = tipsOf(records);
  const ordered = inOrder(records);
  const ledger = ordered.filter(isRelease);
  const forks = tips.length > 1 ? [forkOf(ends, ordered)] : [];
  return { ledger, notices: ordered.filter((record) => !isRelease(record)), tips, faults: forks };
}

/** What a ledger ends with: what the next record is made after. */
export function tipsOf(records: readonly LedgerRecord[]): readonly LedgerTip[] {
  return endsOf(records)
    .map((record) => ({ name: recordName(record), hash: record.hash }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function endsOf(records: readonly LedgerRecord[]): readonly LedgerRecord[] {
  const followed = new Set(records.flatMap((record) => parentsOf(record).map(({ name }) => name)));
  return records.filter((record) => !followed.has(recordName(record)));
}

export function isRelease(record: LedgerRecord): record is LedgerRelease {
  return !('kind' in record);
}

/** The name of a record's file, without `releases/` and `.json`. */
export function recordName(record: LedgerRecord): string {
  if (isRelease(record)) return versionSegment(record.version);
  const what = record.kind === 'merge' ? 'merged' : `${versionSegment(record.version ?? '')}-retracted`;
  return `notices/${what}-${record.hash.slice(0, 12)}`;
}

/** What a record says that it was made after. */
export function parentsOf(record: LedgerRecord): readonly LedgerTip[] {
  const after = record.after ?? [];
  const previous = isRelease(record) ? record.previous : undefined;
  return previous ? [{ name: versionSegment(previous.version), hash: previous.hash }, ...after] : after;
}

/** The records of a sound ledger that were known when one of them was made. */
export function knownBefore<Kind extends LedgerRecord>(
  record: LedgerRecord,
  records: readonly Kind[],
  all: readonly LedgerRecord[],
): readonly Kind[] {
  const byName = new Map(all.map((one) => [recordName(one), one]));
  const known = new Set<string>();
  const left = [record];
  for (let next = left.pop(); next; next = left.pop())
    for (const { name } of parentsOf(next)) {
      const parent = byName.get(name);
      if (!parent || known.has(name)) continue;
      known.add(name);
      left.push(parent);
    }
  return records.filter((one) => known.has(recordName(one)));
}

/** Parents before children, and otherwise by date. */
export function inOrder(records: readonly LedgerRecord[]): readonly LedgerRecord[] {
  const waiting = new Map([...records].sort(byDate).map((record) => [recordName(record), record]));
  const ordered: LedgerRecord[] = [];
  while (waiting.size > 0) {
    const [name, next] =
      [...waiting].find(([, record]) => parentsOf(record).every((parent) => !waiting.has(parent.name))) ?? [];
    if (name === undefined || next === undefined) break;
    waiting.delete(name);
    ordered.push(next);
  }
  return ordered;
}

function byDate(a: LedgerRecord, b: LedgerRecord): number {
  return Date.parse(a.date) - Date.parse(b.date) || (recordName(a) < recordName(b) ? -1 : 1);
}

function faultOf(record: LedgerRecord, byName: ReadonlyMap<string, LedgerRecord>): ChainFault | undefined {
  const name = recordName(record);
  const what = saidOf(record);
  const fault = (reason: string, note: string): ChainFault => ({ rule: 'ledger-valid', name, reason, note });
  if (sealHash(record) !== record.hash)
    return fault(`the record of ${what} is not as it was sealed`, RESTORE_RECORD);
  for (const parent of parentsOf(record)) {
    const before = byName.get(parent.name);
    const path = `releases/${parent.name}.json`;
    if (!before)
      return fault(
        `${what} follows ${parent.name}, and its record ${path} is not there`,
        'Restore that file and, of a release, its words (.text.jsonl) from version control: releases are history and are never removed.',
      );
    if (before.hash !== parent.hash)
      return fault(
        `${what} follows another ${parent.name} than the one that ${path} records`,
        `Restore ${path} as it was when ${name} was made.`,
      );
  }
  return undefined;
}

function saidOf(record: LedgerRecord): string {
  if (isRelease(record)) return `release ${record.version}`;
  return record.kind === 'merge' ? 'the merge of two lines' : `the retraction of ${record.version}`;
}

function forkOf(ends: readonly LedgerRecord[], all: readonly LedgerRecord[]): ChainFault {
  const sides = [...ends].sort(byDate);
  const said = sides.map((side) => {
    const others = new Set(sides.flatMap((one) => (one === side ? [] : knownBefore(one, all, all))));
    return [...knownBefore(side, all, all), side]
      .filter((record) => !others.has(record))
      .map((record) => `${saidOf(record)} (${record.date.slice(0, 10)})`)
      .join(', ');
  });
  const last = sides.at(-1);
  return {
    rule: 'ledger-one-line',
    name: last ? recordName(last) : '',
    reason: `${ends.length === 2 ? 'two' : ends.length} branches released without knowing of each other: ${said.join(' and ')}`,
    note: 'Run "octavo ledger merge": it accepts what can stand side by side, and names what cannot.',
  };
}
