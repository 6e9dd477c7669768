import type { Handbook, Ledger, LedgerEntry } from '@octavo/core';
import { addEdition, editionText, entryHistories, type Histories, NO_HISTORIES } from '@octavo/core/ledger';
import type { History } from './history.ts';
import { releasedEdition } from './released-edition.ts';
import { wordsKey } from './text-file.ts';

/** What the released editions did; while a book is served, only the book changes. */
const known = new WeakMap<History, Map<string, Histories>>();

/**
 * Returns the handbook with the history of each entry, what the releases of the ledger and this edition did to
 * it, and with the corrigenda of all of them. A handbook without an earlier release comes back as it is.
 */
export function withHistory(handbook: Handbook, history: History): Handbook {
  const { version } = handbook.edition;
  if (releasesBefore(history.ledger, version).length === 0) return handbook;
  const all = addEdition(releasedHistories(history, version), editionText(handbook));
  const histories = entryHistories(all);
  return {
    ...handbook,
    ...(all.errata.length === 0 ? {} : { errata: all.errata }),
    chapters: handbook.chapters.map((chapter) => ({
      ...chapter,
      entries: chapter.entries.map((entry) => {
        const own = histories.get(entry.number);
        return own ? { ...entry, history: own } : entry;
      }),
    })),
  };
}

function releasedHistories(history: History, version: string): Histories {
  const own = known.get(history) ?? new Map<string, Histories>();
  known.set(history, own);
  const made =
    own.get(version) ??
    releasesBefore(history.ledger, version).reduce(
      (all, release) => addEdition(all, releasedEdition(release, history.words)),
      NO_HISTORIES,
    );
  own.set(version, made);
  return made;
}

/** The releases before an edition; all, when it was not released. */
function releasesBefore(ledger: Ledger, version: string): Ledger {
  const at = ledger.findIndex((release) => release.version === version);
  return at < 0 ? ledger : ledger.slice(0, at);
}

/** The records of a history, with what the entries in them said: question and answer, a line for each paragraph. */
export function recordedHistory({ ledger, words }: History): {
  readonly ledger: Ledger;
  readonly wordsOf: (entry: LedgerEntry) => string | undefined;
} {
  return {
    ledger,
    wordsOf(entry) {
      const line = words.lines.get(wordsKey(entry));
      return line && 'question' in line ? `${line.question}\n${line.answer}` : undefined;
    },
  };
}
