import type { Handbook } from '../model/documents.generated.ts';
import { groupBy } from '../model/group-by.ts';
import type { LedgerEntry, ReleaseContent } from '../model/ledger.ts';
import { numberKey } from '../numbers/number-key.ts';
import { compareVersions } from './version-order.ts';

type Edition = Pick<Handbook['edition'], 'version' | 'previous'>;
type Release = Pick<ReleaseContent, 'version' | 'date' | 'previous' | 'behind'>;

/** Where an edition stands among the releases. */
export interface Lines<Kind extends Release = ReleaseContent> {
  /** The releases that the edition continues, oldest first; its own is the last one, if it was released. */
  readonly line: readonly Kind[];
  /** The last release of each other line. */
  readonly others: readonly Kind[];
  /** Whether it is the newest edition, or will be; otherwise it is the hotfix of an older one. */
  readonly isNewest: boolean;
}

/**
 * Finds the line of an edition: the releases that lead to its own record or, before it is released, to the one
 * that `edition.previous` names; the newest edition where it names none.
 *
 * @param ledger in the order of `chainOf`; where no record names another (they are not sealed), it is one line
 */
export function linesOf<Kind extends Release>(edition: Edition, ledger: readonly Kind[]): Lines<Kind> {
  if (!ledger.some(({ previous }) => previous)) return { line: ledger, others: [], isNewest: true };
  const byVersion = new Map(ledger.map((release) => [release.version, release]));
  const newest = editionOrder(ledger).at(-1);
  const last = byVersion.get(edition.version) ?? byVersion.get(edition.previous ?? '') ?? newest;
  const line: Kind[] = [];
  for (let at = last; at; at = byVersion.get(at.previous?.version ?? '')) line.unshift(at);
  const followed = new Set(ledger.map(({ previous }) => previous?.version));
  const own = new Set(line);
  return {
    line,
    others: ledger.filter((release) => !followed.has(release.version) && !own.has(release)),
    isNewest: last === newest,
  };
}

/**
 * Sorts releases by what they replace: a hotfix stands behind the edition that it mends and before the one that
 * came after that, whatever the dates. The last one is the newest edition.
 */
export function editionOrder<Kind extends Release>(ledger: readonly Kind[]): readonly Kind[] {
  const followers = groupBy(ledger, ({ previous }) => previous?.version);
  const ordered: Kind[] = [];
  const left = [...(followers.get(undefined) ?? [])].sort(byEdition).reverse();
  for (let next = left.pop(); next; next = left.pop()) {
    ordered.push(next);
    left.push(...[...(followers.get(next.version) ?? [])].sort(byEdition).reverse());
  }
  return ordered;
}

/** The releases whose pages the feed of an edition lists: those of all lines, or for a hotfix those of its own. */
export function toldIn<Kind extends Release>(edition: Edition, ledger: readonly Kind[]): readonly Kind[] {
  const { line, isNewest } = linesOf(edition, ledger);
  return isNewest ? ledger : line;
}

/** The newest release that was not retracted: `latest` leads there. */
export function latestOf<Kind extends Release>(
  ledger: readonly Kind[],
  retracted: { readonly has: (version: string) => boolean },
): Kind | undefined {
  return editionOrder(ledger).findLast(({ version }) => !retracted.has(version));
}

/** Of two that follow the same release, hotfixes come first. */
function byEdition(a: Release, b: Release): number {
  if ((a.behind === undefined) !== (b.behind === undefined)) return a.behind === undefined ? 1 : -1;
  return compareVersions(a.version, b.version) || Date.parse(a.date) - Date.parse(b.date);
}

/**
 * What a release of another line promises beyond the last release of an edition's own: that edition may give
 * nothing of it another meaning.
 */
export function beyond(other: ReleaseContent, own: ReleaseContent | undefined): ReleaseContent {
  const known = new Map(own?.entries.map((entry) => [numberKey(entry.number), entry]));
  const entries = other.entries.flatMap((entry): readonly LedgerEntry[] => {
    const mine = known.get(numberKey(entry.number));
    if (!mine) return [entry];
    const { clauses = [], numbered, ...rest } = entry;
    const addresses = new Set(mine.clauses?.map(({ address }) => address));
    const more = clauses.some(({ address }) => !addresses.has(address));
    const parts = numbered?.filter((id) => !mine.numbered?.includes(id)) ?? [];
    const anchors = entry.anchors.filter((anchor) => !mine.anchors.includes(anchor));
    if (!more && parts.length + anchors.length === 0) return [];
    return [
      {
        ...rest,
        anchors,
        ...(more ? { clauses } : {}),
        ...(parts.length > 0 ? { numbered: parts } : {}),
      },
    ];
  });
  return { ...other, entries };
}
