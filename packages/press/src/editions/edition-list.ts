import { type Handbook, instant, numberKey } from '@octavo/core';
import { type Histories, linesOf, type Told, versionSegment } from '@octavo/core/ledger';
import { type History, releasesBefore } from '../history/history.ts';
import { historiesOf } from '../history/with-history.ts';

/** An edition of the list that the script of the site, TimeMaps and servers are made from. */
export interface ListedEdition {
  readonly version: string;
  /** What stands for it in addresses: `edition/<segment>/`. */
  readonly segment: string;
  /** Its instant in UTC. */
  readonly date: string;
}

/** What became of one entry over the editions, which are counted from 0. */
export interface Lineage {
  /** From which edition on it has which number, oldest first. */
  readonly runs: readonly { readonly from: number; readonly key: string; readonly number: string }[];
  /** The editions from which on it says something else. */
  readonly states: readonly number[];
  /** The edition from which on it is no more, and the key of the entry that its number leads to since. */
  readonly gone?: { readonly from: number; readonly to?: string };
}

/** The released editions of a line, and what became of each entry in them. */
export interface EditionList {
  /** Oldest first. */
  readonly editions: readonly ListedEdition[];
  readonly lineages: readonly Lineage[];
}

/**
 * Lists the editions of a handbook's line by the ledger. A hotfix of an older edition was never what the addresses of
 * the book led to, so that it is no old state of them (RFC 7089 section 1.2); its own tree lists nothing.
 *
 * @param isRelease whether the edition that is built belongs to the list; a preview does not
 */
export function editionList(handbook: Handbook, history: History, isRelease: boolean): EditionList {
  const before = releasesBefore(handbook.edition, history.ledger);
  // Most builds are previews of a book that was never released.
  const { isNewest } = linesOf(handbook.edition, history.ledger);
  if (!isNewest || (before.length === 0 && !isRelease)) return { editions: [], lineages: [] };
  const list = listEditions([...before, handbook.edition], historiesOf(handbook, history));
  return isRelease ? list : { ...list, editions: list.editions.slice(0, -1) };
}

/** Makes the list from the histories of all editions, oldest first. */
export function listEditions(
  all: readonly { readonly version: string; readonly date: string }[],
  { told, gone, last }: Histories,
): EditionList {
  const place = new Map(all.map(({ version }, at) => [version, at]));
  const target = new Map(last?.redirects.map(({ from, to }) => [numberKey(from), numberKey(to)]));
  const lost = gone.map(({ number, told: events, by }): Lineage => {
    const to = target.get(numberKey(number));
    const from = place.get(by.version) ?? 0;
    return { ...lineage(events, place), gone: { from, ...(to === undefined ? {} : { to }) } };
  });
  return {
    editions: all.map(({ version, date }) => ({
      version,
      segment: versionSegment(version),
      date: instant(date),
    })),
    lineages: [...[...told.values()].map((events) => lineage(events, place)), ...lost],
  };
}

function lineage(told: readonly Told[], place: ReadonlyMap<string, number>): Lineage {
  const states = told.map(({ edition, entry }) => ({
    from: place.get(edition.version) ?? 0,
    key: numberKey(entry.number),
    number: entry.number,
  }));
  return {
    runs: states.filter(({ key }, at) => key !== states[at - 1]?.key),
    states: states.map(({ from }) => from),
  };
}

/** The key that an entry had in an edition; undefined where that edition does not have it. */
export function keyIn(lineage: Lineage, edition: number): string | undefined {
  const number = numberIn(lineage, edition);
  return number === undefined ? undefined : numberKey(number);
}

/** The number that an entry had in an edition; undefined where that edition does not have it. */
export function numberIn({ runs, gone }: Lineage, edition: number): string | undefined {
  if (gone && gone.from <= edition) return undefined;
  return runs.findLast(({ from }) => from <= edition)?.number;
}

/** Whether an entry was in all editions under one number. */
export function isPlain({ runs, gone }: Lineage): boolean {
  return !gone && runs.length === 1 && runs[0]?.from === 0;
}
