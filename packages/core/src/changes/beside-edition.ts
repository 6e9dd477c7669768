import type { EditionText } from '../model/change.ts';
import type { EarlierEdition } from '../model/documents.generated.ts';
import { predecessors } from './compare-editions.ts';
import { addEdition, type Histories, NO_HISTORIES, type Told } from './entry-histories.ts';

/** An edition on a line of its own, such as the hotfix of an older edition, as the newest edition tells of it. */
export interface BesideEdition {
  readonly edition: EditionText;
  /** What it did to the edition that it follows. */
  readonly step: Histories['steps'][number];
  readonly beside: NonNullable<EarlierEdition['beside']>;
  /** The number of each of its entries, with the one that it had in the edition that this one follows. */
  readonly numbers: ReadonlyMap<string, string | undefined>;
  /** What it did to entries, by the numbers that they have in the newest edition. */
  readonly told: ReadonlyMap<string, Told>;
}

/**
 * Tells of an edition that the newest one does not continue.
 *
 * @param base the edition that it follows
 * @param last the newest edition
 */
export function besideEdition(base: EditionText, edition: EditionText, last: EditionText): BesideEdition {
  const own = addEdition({ ...NO_HISTORIES, last: base }, edition);
  const later = addEdition({ ...NO_HISTORIES, last: edition }, last).steps[0];
  const told = [...predecessors(edition, last)].flatMap(([number, { number: then }]) => {
    const did = own.told.get(then)?.[0];
    return did ? [[number, { ...did, event: { ...did.event, beside: true as const } }] as const] : [];
  });
  const { changes = [], items = [] } = later ?? {};
  const old = predecessors(base, edition);
  return {
    edition,
    step: own.steps[0] as Histories['steps'][number],
    beside: { follows: base.version, changes, items },
    numbers: new Map(edition.entries.map(({ number }) => [number, old.get(number)?.number])),
    told: new Map(told),
  };
}
