import type { Handbook, LedgerEntry, Loaded } from '@octavo/core';
import { anchorsOf, editionText, standInId } from '@octavo/core/ledger';
import type { History } from './history.ts';
import { type EntryLine, type TextLine, wordsKey } from './text-file.ts';

/**
 * What an edition tells of its releases: of an entry that it leaves out now, that it was there, and nothing where
 * that is secret; and no words that only what it leaves out `says`, in place of which stand those of now. What
 * is there again was never another entry.
 */
export function withoutLeft(
  history: History,
  left: Loaded['left'],
  book: Handbook | undefined,
  says: (value: unknown) => boolean,
): History {
  const { ledger, words } = history;
  const present = new Map(book ? editionText(book).entries.map((entry) => [entry.number, entry]) : []);
  const entries = new Map(
    book?.chapters.flatMap((chapter) => chapter.entries.map((entry) => [entry.number, entry] as const)),
  );
  const stoodIn = new Set<string>();
  const shown = (entry: LedgerEntry): readonly LedgerEntry[] => {
    const { facts, ...bare } = entry;
    const { number } = entry;
    const isStandIn = entry.status === 'withdrawn' && entry.id === standInId(number);
    if (!left.has(number) && !(isStandIn && entries.has(number)))
      return facts && says(facts) ? [bare] : [entry];
    const now = left.has(number) ? left.get(number) : entries.get(number);
    if (isStandIn) stoodIn.add(wordsKey(entry));
    if (!now || !book) return [];
    const { clauses: _, numbered: __, ...rest } = bare;
    return [{ ...rest, id: now.id, anchors: anchorsOf(now, book) }];
  };
  const told = ledger.map((release) => ({ ...release, entries: release.entries.flatMap(shown) }));
  return {
    ...history,
    ledger: told,
    words: {
      lines: new Map(
        [...words.lines].flatMap(([key, line]): readonly (readonly [string, TextLine])[] => {
          if (!says(line) && !stoodIn.has(key) && !('number' in line && left.has(line.number)))
            return [[key, line]];
          const now = 'number' in line ? present.get(line.number) : undefined;
          const { number, fingerprint } = line as EntryLine;
          const nodes = now?.nodes ? { nodes: now.nodes } : {};
          return now?.words ? [[key, { number, fingerprint, ...now.words, ...nodes }]] : [];
        }),
      ),
      items: new Map(
        [...words.items].map(([version, items]) => [version, items.filter((item) => !says(item))]),
      ),
    },
  };
}
