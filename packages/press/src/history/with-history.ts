import {
  type EarlierEdition,
  type EditionText,
  type Handbook,
  instant,
  type Ledger,
  type LedgerEntry,
} from '@octavo/core';
import {
  addEdition,
  type BesideEdition,
  besideEdition,
  editionOrder,
  editionText,
  entryHistories,
  type Histories,
  linesOf,
  NO_HISTORIES,
  retractionsOf,
  toldIn,
} from '@octavo/core/ledger';
import { type History, releasesBefore } from './history.ts';
import { releasedEdition } from './released-edition.ts';
import { wordsKey } from './text-file.ts';

/** What the released editions did; while a book is served, only the book changes. */
const known = new WeakMap<History, Map<string, Histories>>();

/**
 * Returns the handbook with the earlier editions and with the history of each entry: what the releases of the
 * ledger and this edition did to it, and with the corrigenda of its line. The newest edition also tells of hotfixes
 * of older ones. A handbook without an earlier release comes back as it is.
 */
export function withHistory(handbook: Handbook, history: History): Handbook {
  const before = releasesBefore(handbook.edition, history.ledger);
  if (before.length === 0) return handbook;
  const retractions = retractionsOf(history.notices);
  const all = historiesOf(handbook, history);
  const others = besideEditions(handbook.edition, all.last as EditionText, history);
  const releases = editionOrder(toldIn(handbook.edition, history.ledger));
  const place = new Map(releases.map(({ version }, at) => [version, at]));
  const placeOf = ({ version }: EditionText): number => place.get(version) ?? releases.length;
  const histories = entryHistories(all, (number, told) => {
    const own = others.flatMap((one) => one.told.get(number) ?? []);
    return own.length === 0
      ? told
      : [...told, ...own].sort((a, b) => placeOf(a.edition) - placeOf(b.edition));
  });
  const steps = [...all.steps.slice(0, -1), ...others.map(({ step, beside }) => ({ ...step, beside }))];
  const editions = steps
    .sort((a, b) => placeOf(a.edition) - placeOf(b.edition))
    .map(({ edition, ...did }): EarlierEdition => {
      const { date, stateHash = '' } = releases[placeOf(edition)] ?? {};
      const retracted = retractions.get(edition.version);
      return {
        version: edition.version,
        date: instant(date ?? edition.date),
        stateHash,
        ...(retracted ? { retracted: { date: retracted.date, reason: retracted.reason } } : {}),
        ...did,
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
  return addEdition(releasedHistories(history, handbook.edition), editionText(handbook));
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

/** Of the newest edition: the released editions that it does not continue, each behind the one that it follows. */
export function besideEditions(
  edition: Pick<Handbook['edition'], 'version' | 'previous'>,
  last: EditionText,
  { ledger, words }: History,
): readonly BesideEdition[] {
  const own = new Set(linesOf(edition, ledger).line);
  const byVersion = new Map(ledger.map((release) => [release.version, release]));
  return editionOrder(toldIn(edition, ledger)).flatMap((release) => {
    const base = byVersion.get(release.previous?.version ?? '');
    if (own.has(release) || !base) return [];
    return [besideEdition(releasedEdition(base, words), releasedEdition(release, words), last)];
  });
}

/** The records that an edition tells of, with what the entries in them said: question and answer, a line for each paragraph. */
export function recordedHistory(
  edition: Handbook['edition'],
  { ledger, words }: History,
): {
  readonly ledger: Ledger;
  readonly isHotfix: boolean;
  readonly wordsOf: (entry: LedgerEntry) => string | undefined;
} {
  return {
    isHotfix: !linesOf(edition, ledger).isNewest,
    ledger: editionOrder(toldIn(edition, ledger)),
    wordsOf(entry) {
      const line = words.lines.get(wordsKey(entry));
      return line && 'question' in line ? `${line.question}\n${line.answer}` : undefined;
    },
  };
}
