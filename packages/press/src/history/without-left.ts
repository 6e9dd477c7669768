import type { Handbook, LedgerEntry, Loaded } from '@octavo/core';
import { anchorsOf } from '@octavo/core/ledger';
import type { History } from './history.ts';

/**
 * What an edition tells of its releases: of an entry that it leaves out now, that it was there, and nothing where
 * that is secret; and no words that only what it leaves out `says`.
 */
export function withoutLeft(
  history: History,
  left: Loaded['left'],
  book: Handbook | undefined,
  says: (value: unknown) => boolean,
): History {
  const { ledger, words } = history;
  const shown = (entry: LedgerEntry): readonly LedgerEntry[] => {
    const { facts, ...bare } = entry;
    if (!left.has(entry.number)) return facts && says(facts) ? [bare] : [entry];
    const now = left.get(entry.number);
    if (!now || !book) return [];
    const { clauses: _, numbered: __, ...rest } = bare;
    return [{ ...rest, id: now.id, anchors: anchorsOf(now, book) }];
  };
  return {
    ...history,
    ledger: ledger.map((release) => ({ ...release, entries: release.entries.flatMap(shown) })),
    words: {
      lines: new Map(
        [...words.lines].filter(([, line]) => !('number' in line && left.has(line.number)) && !says(line)),
      ),
      items: new Map(
        [...words.items].map(([version, items]) => [version, items.filter((item) => !says(item))]),
      ),
    },
  };
}
