import { sameQuestion } from '../changes/same-question.ts';
import type { EntryWords } from '../model/change.ts';
import type { LedgerClause, LedgerEntry, LedgerRelease } from '../model/ledger.ts';
import { versionSegment } from '../model/version-segment.ts';
import { numberKey } from '../numbers/number-key.ts';
import { entryAnchor } from '../say/addresses.ts';
import { type Chain, knownBefore, recordName } from './chain.ts';

/** Something that two lines of releases both gave out, and that cannot mean both. */
export interface LineConflict {
  /** The address or the fact: `the number 12`. */
  readonly what: string;
  /** What it is in either line. */
  readonly sides: readonly (readonly [version: string, said: string])[];
}

/**
 * What keeps the branches of a ledger from standing side by side: an address (number, id or clause) that two of
 * them gave to different questions or rules, two releases of one instant, and two first editions. What both have
 * from a common release is no conflict, whatever became of it.
 *
 * @param kept the words of an entry of a release
 */
export function conflictsOf(
  { ledger, notices, tips }: Chain,
  kept: (entry: LedgerEntry) => EntryWords | undefined,
): readonly LineConflict[] {
  const all = [...ledger, ...notices];
  const known = tips.map(({ name }) => {
    const tip = all.find((record) => recordName(record) === name);
    return new Set(tip ? [...knownBefore(tip, all, all), tip] : []);
  });
  return known.flatMap((one, at) =>
    known.slice(at + 1).flatMap((other) => {
      const common = ledger.filter((release) => one.has(release) && other.has(release));
      const [ours, theirs] = [
        ledger.filter((release) => one.has(release) && !other.has(release)),
        ledger.filter((release) => other.has(release) && !one.has(release)),
      ];
      const [first, second] = [ours[0], theirs[0]];
      if (first && second && common.length === 0)
        return [{ what: 'the first edition', sides: [sideOf(first), sideOf(second)] }];
      return [...instants(ours, theirs), ...addresses(ours, theirs, common, kept)];
    }),
  );
}

function sideOf({ version, date }: LedgerRelease): readonly [string, string] {
  return [version, `of ${date}`];
}

function instants(ours: readonly LedgerRelease[], theirs: readonly LedgerRelease[]): readonly LineConflict[] {
  return ours.flatMap((one) =>
    theirs
      .filter((other) => Date.parse(one.date) === Date.parse(other.date))
      .map((other) => ({ what: `the instant ${one.date}`, sides: [sideOf(one), sideOf(other)] })),
  );
}

interface Meaning {
  readonly address: string;
  readonly version: string;
  readonly entry: LedgerEntry;
  readonly clause?: LedgerClause;
  /** Of an anchor: whether it is the entry's number or id, and not one of its aliases. */
  readonly isOwn?: boolean;
}

function addresses(
  ours: readonly LedgerRelease[],
  theirs: readonly LedgerRelease[],
  common: readonly LedgerRelease[],
  kept: (entry: LedgerEntry) => EntryWords | undefined,
): readonly LineConflict[] {
  const before = meanings(common);
  const mine = meanings(ours);
  return [...meanings(theirs)].flatMap(([key, there]): readonly LineConflict[] => {
    const here = mine.get(key);
    if (!here || before.has(key)) return [];
    // Two branches that gave a new clause one address meant the same only if they said the same.
    const same = here.clause
      ? here.clause.fingerprint === there.clause?.fingerprint
      : sameEntry(here, there, kept);
    if (same) return [];
    const side = ({ version, entry }: Meaning): readonly [string, string] => {
      const question = kept(entry)?.question ?? entry.id;
      return [version, `${entry.number}, “${question.replace(/\s+/g, ' ')}”`];
    };
    return [{ what: `the ${there.address}`, sides: [side(here), side(there)] }];
  });
}

/** Every address that releases gave out themselves, with its last meaning. */
function meanings(releases: readonly LedgerRelease[]): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>();
  const put = (address: string, meaning: Omit<Meaning, 'address'>) => {
    // Where capitals do not count, two spellings are one address. Whoever had it as a name says what it means; an
    // alias only led to what took its place.
    const key = address.toLowerCase();
    if (meaning.isOwn !== false || found.get(key)?.isOwn !== true) found.set(key, { address, ...meaning });
  };
  for (const { version, entries } of releases)
    for (const entry of entries) {
      const key = numberKey(entry.number);
      const own = [entry.id, entryAnchor(entry.number)];
      put(`number ${key}`, { version, entry });
      // An old number is listed as it was printed and by its anchor, which alone is its address.
      for (const anchor of entry.anchors.filter((one) => !entry.anchors.includes(entryAnchor(one))))
        put(`address ${anchor}`, { version, entry, isOwn: own.includes(anchor) });
      for (const clause of entry.clauses ?? [])
        put(`clause ${key}${clause.address}`, { version, entry, clause });
    }
  return found;
}

function sameEntry(a: Meaning, b: Meaning, kept: (entry: LedgerEntry) => EntryWords | undefined): boolean {
  if (a.entry.fingerprint === b.entry.fingerprint) return true;
  const [one, other] = [kept(a.entry), kept(b.entry)];
  const withdrawn = a.entry.status === 'withdrawn' || b.entry.status === 'withdrawn';
  return one !== undefined && other !== undefined && sameQuestion(one, other, withdrawn);
}

/** How to go on where two branches cannot be merged: one of them gives way. */
export function remedyFor({ sides }: LineConflict): string {
  const last = sides.at(-1)?.[0] ?? '';
  const stem = `releases/${versionSegment(last)}`;
  return `Keep the line that is published. Of each release on the other, such as ${last}, remove its files (${stem}.json and ${stem}.text.jsonl), its folder in the output and its tag; keep its changes in the sources, with numbers, ids and labels that are free, and release them as the next edition.`;
}
