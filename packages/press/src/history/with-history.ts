import {
  type EarlierEdition,
  type Handbook,
  instant,
  type Ledger,
  type LedgerEntry,
  type Retraction,
} from '@octavo/core';
import { addEdition, editionText, entryHistories, type Histories, NO_HISTORIES } from '@octavo/core/ledger';
import type { History } from './history.ts';
import { releasedEdition } from './released-edition.ts';
import { wordsKey } from './text-file.ts';

/** What the released editions did; while a book is served, only the book changes. */
const known = new WeakMap<History, Map<string, Histories>>();

/** The editions that the publisher withdrew, by version. */
export type Retractions = ReadonlyMap<string, Retraction>;

/**
 * Returns the handbook with the earlier editions and with the history of each entry: what the releases of the
 * ledger and this edition did to it, and with the corrigenda of all of them. A handbook without an earlier release comes back as it is.
 *
 * @param retractions those that are dated after the edition are left out, so that it can be made again
 */
export function withHistory(
  handbook: Handbook,
  history: History,
  retractions: Retractions = new Map(),
): Handbook {
  const before = releasesBefore(history.ledger, handbook.edition.version);
  if (before.length === 0) return handbook;
  const all = historiesOf(handbook, history);
  const histories = entryHistories(all);
  const editions = all.steps.slice(0, -1).map(({ edition, changes, items }, at): EarlierEdition => {
    const { date, stateHash = '' } = before[at] ?? {};
    const retracted = retractions.get(edition.version);
    const isKnown = retracted && instant(retracted.date) <= instant(handbook.edition.date);
    return {
      version: edition.version,
      date: instant(date ?? edition.date),
      stateHash,
      ...(isKnown ? { retracted } : {}),
      changes,
      items,
    };
  });
  return {
    ...handbook,
    ...(all.errata.length === 0 ? {} : { errata: all.errata }),
    editions: editions as NonNullable<Handbook['editions']>,
    chapters: handbook.chapters.map((chapter) => ({
      ...chapter,
      entries: chapter.entries.map((entry) => {
        const own = histories.get(entry.number);
        return own ? { ...entry, history: own } : entry;
      }),
    })),
  };
}

/** What the releases before a handbook's edition did, and that edition. */
export function historiesOf(handbook: Handbook, history: History): Histories {
  return addEdition(releasedHistories(history, handbook.edition.version), editionText(handbook));
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
export function releasesBefore(ledger: Ledger, version: string): Ledger {
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
