import type { Handbook, Ledger, LedgerEntry } from '@octavo/core';
import {
  addEdition,
  editionText,
  entryHistories,
  type Histories,
  linesOf,
  NO_HISTORIES,
} from '@octavo/core/ledger';
import { type History, releasesBefore } from './history.ts';
import { releasedEdition } from './released-edition.ts';
import { wordsKey } from './text-file.ts';

/** What the released editions did; while a book is served, only the book changes. */
const known = new WeakMap<History, Map<string, Histories>>();

/**
 * Returns the handbook with the history of each entry: what the releases of the ledger and this edition did to
 * it. A handbook without an earlier release comes back as it is.
 */
export function withHistory(handbook: Handbook, history: History): Handbook {
  const { edition } = handbook;
  if (releasesBefore(edition, history.ledger).length === 0) return handbook;
  const histories = entryHistories(addEdition(releasedHistories(history, edition), editionText(handbook)));
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

function releasedHistories(history: History, edition: Handbook['edition']): Histories {
  const { version } = edition;
  const own = known.get(history) ?? new Map<string, Histories>();
  known.set(history, own);
  const made =
    own.get(version) ??
    releasesBefore(edition, history.ledger).reduce(
      (all, release) => addEdition(all, releasedEdition(release, history.words)),
      NO_HISTORIES,
    );
  own.set(version, made);
  return made;
}

/** The records of an edition's line, with what the entries in them said: question and answer, a line for each paragraph. */
export function recordedHistory(
  edition: Handbook['edition'],
  { ledger, words }: History,
): {
  readonly ledger: Ledger;
  readonly wordsOf: (entry: LedgerEntry) => string | undefined;
} {
  return {
    ledger: linesOf(edition, ledger).line,
    wordsOf(entry) {
      const line = words.lines.get(wordsKey(entry));
      return line && 'question' in line ? `${line.question}\n${line.answer}` : undefined;
    },
  };
}
