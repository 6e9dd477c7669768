import { instant, numberKey } from '@octavo/core';
import { type BesideEdition, versionSegment } from '@octavo/core/ledger';
import { type EditionList, type Lineage, type ListedEdition, numberIn } from './edition-list.ts';

/** The number of an entry by edition. */
type Row = ReadonlyMap<ListedEdition, string>;

/**
 * Adds editions of other lines to a list, each behind the one that it follows. An entry that one of them does not
 * have has an empty key there.
 */
export function withBeside(list: EditionList, others: readonly BesideEdition[]): EditionList {
  if (others.length === 0) return list;
  const editions = [...list.editions];
  const beside = new Map<ListedEdition, BesideEdition>();
  for (const other of others) {
    const { version, date } = other.edition;
    const one = { version, segment: versionSegment(version), date: instant(date) };
    let at = editions.findIndex((edition) => edition.version === other.beside.follows) + 1;
    for (let next = editions[at]; next && beside.has(next); next = editions[at]) at += 1;
    editions.splice(at, 0, one);
    beside.set(one, other);
  }
  const rows = list.lineages.map((lineage) => rowOf(lineage, list, editions, beside));
  const alone = [...beside].flatMap(([edition, { numbers }]) => {
    const known = new Set(rows.map((row) => row.get(edition)));
    return [...numbers.keys()].filter((one) => !known.has(one)).map((one): Row => new Map([[edition, one]]));
  });
  return {
    editions,
    lineages: [...rows, ...alone].map((row, at): Lineage => {
      const { gone, states = [] } = list.lineages[at] ?? {};
      const placeOf = (place: number): number => editions.indexOf(list.editions[place] as ListedEdition);
      return {
        runs: runsOf(row, editions),
        states: states.map(placeOf),
        ...(gone ? { gone: { ...gone, from: placeOf(gone.from) } } : {}),
      };
    }),
  };
}

function rowOf(
  lineage: Lineage,
  list: EditionList,
  editions: readonly ListedEdition[],
  beside: ReadonlyMap<ListedEdition, BesideEdition>,
): Row {
  const row = new Map<ListedEdition, string>();
  for (const edition of editions) {
    const other = beside.get(edition);
    const number = other ? numberBeside(other) : numberIn(lineage, list.editions.indexOf(edition));
    if (number !== undefined) row.set(edition, number);
  }
  return row;

  /** What a hotfix brought may have come into the line later, under the same number. */
  function numberBeside({ numbers, beside: { follows } }: BesideEdition): string | undefined {
    const base = editions.find(({ version }) => version === follows);
    const then = base && row.get(base);
    const last = numberKey(lineage.runs.at(-1)?.number ?? '');
    return [...numbers].find(([own, was]) =>
      was === undefined ? then === undefined && numberKey(own) === last : was === then,
    )?.[0];
  }
}

function runsOf(row: Row, editions: readonly ListedEdition[]): Lineage['runs'] {
  const runs: Lineage['runs'][number][] = [];
  for (const [from, edition] of editions.entries()) {
    const number = row.get(edition) ?? '';
    const key = number === '' ? '' : numberKey(number);
    if (key !== (runs.at(-1)?.key ?? '')) runs.push({ from, key, number });
  }
  return runs;
}
