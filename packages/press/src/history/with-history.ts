import type { Handbook } from '@octavo/core';
import { addEdition, editionText, entryHistories, type Histories, NO_HISTORIES } from '@octavo/core/ledger';
import type { History } from './history.ts';
import { releasedEdition } from './released-edition.ts';

/** What the released editions did; while a book is served, only the book changes. */
const known = new WeakMap<History, Map<string, Histories>>();

/**
 * Returns the handbook with the history of each entry: what the releases of the ledger and this edition did to
 * it. A handbook without an earlier release comes back as it is.
 */
export function withHistory(handbook: Handbook, history: History): Handbook {
  const { version } = handbook.edition;
  if (history.ledger.every((release) => release.version === version)) return handbook;
  const histories = entryHistories(addEdition(releasedHistories(history, version), editionText(handbook)));
  return {
    ...handbook,
    chapters: handbook.chapters.map((chapter) => ({
      ...chapter,
      entries: chapter.entries.map((entry) => {
        const own = histories.get(entry.number);
        return own ? { ...entry, history: own } : entry;
      }),
    })),
  };
}

function releasedHistories(history: History, without: string): Histories {
  const own = known.get(history) ?? new Map<string, Histories>();
  known.set(history, own);
  const made =
    own.get(without) ??
    history.ledger
      .filter(({ version }) => version !== without)
      .reduce((all, release) => addEdition(all, releasedEdition(release, history.words)), NO_HISTORIES);
  own.set(without, made);
  return made;
}
