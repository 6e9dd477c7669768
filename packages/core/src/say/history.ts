import { fillLabel } from '../labels/labels-for.ts';
import type { Passage } from '../model/change.ts';
import type { Entry, Handbook, HistoryEvent } from '../model/documents.generated.ts';
import type { Labels } from '../model/labels.generated.ts';
import { called } from './changes.ts';
import { sayDate } from './dates.ts';
import { type Say, sayLabel, sayName, words } from './sentence.ts';

/** What one edition did to an entry, in the form in which it is read. */
export interface SaidEvent {
  readonly version: string;
  /** "Changed in 2026.2 (Correction; A year was too careful.)". */
  readonly line: readonly Say[];
  /** "June 30, 2026". */
  readonly date: Say;
  /** The words that differ from the present ones, under "Since edition 2026.2 of June 30, 2026". */
  readonly since?: { readonly title: readonly Say[]; readonly passages: readonly Passage[] };
}

/** The history of an entry in the form in which it is read. */
export interface SaidHistory {
  /** Oldest first. */
  readonly events: readonly SaidEvent[];
  /** "More changes: 37", to be said behind the first event; empty when all are told. */
  readonly omitted: string;
}

type Book = Pick<Handbook, 'labels' | 'language' | 'types'>;

/** Says what earlier editions did to an entry; undefined where no earlier edition was released. */
export function sayHistory({ history }: Entry, book: Book): SaidHistory | undefined {
  if (!history) return undefined;
  const { labels, language } = book;
  const { events, omitted = 0 } = history;
  return {
    events: events.map((event): SaidEvent => {
      const { version, since } = event;
      const date = sayDate(event.date, language);
      const title = sayLabel(labels.changesSince, { version: words(version), date });
      const passages = since?.map((passage) => called(passage, book));
      return {
        version,
        line: lineOf(event, labels),
        date,
        ...(passages ? { since: { title, passages } } : {}),
      };
    }),
    omitted: omitted === 0 ? '' : fillLabel(labels.moreChanges, { count: omitted }),
  };
}

/** The events of a history in their order, with what is not told in its place, each as the format has it. */
export function historyItems<Item>(
  { events, omitted }: SaidHistory,
  item: (event: SaidEvent) => Item,
  instead: (omitted: string) => Item,
): readonly Item[] {
  const items = events.map(item);
  return omitted === '' ? items : items.toSpliced(1, 0, instead(omitted));
}

/** The whole history of an entry in one line: "Added in 2026.1, Changed in 2026.2 (Correction)". */
export function historyLine(history: SaidHistory): readonly Say[] {
  const lines = historyItems(
    history,
    ({ line }) => line,
    (omitted) => [words(omitted)],
  );
  return lines.flatMap((line, at) => (at === 0 ? line : [words(', '), ...line]));
}

/**
 * The entries whose history an appendix tells, in reading order: those that an edition changed or added after
 * the first one, or that were approved by role; and that first edition, as far as histories go back.
 */
export function historyOfBook(book: Pick<Handbook, 'chapters'> & Book): {
  readonly first: string;
  readonly lines: readonly { readonly number: string; readonly said: SaidHistory }[];
} {
  const told = book.chapters.flatMap(({ entries }) => entries.filter(({ history }) => history));
  const firsts = told.flatMap(({ history }) => history?.events[0] ?? []);
  const first = firsts.reduce<HistoryEvent | undefined>(
    (least, event) => (least && Date.parse(least.date) <= Date.parse(event.date) ? least : event),
    undefined,
  )?.version;
  const lines = told.flatMap((entry) => {
    const said = sayHistory(entry, book);
    const [event] = entry.history?.events ?? [];
    const isPlain = said?.events.length === 1 && event?.version === first && !event?.approvedBy;
    return said && !isPlain ? [{ number: entry.number, said }] : [];
  });
  return { first: first ?? '', lines };
}

function lineOf(event: HistoryEvent, labels: Labels): readonly Say[] {
  const {
    kind,
    version,
    significance,
    note,
    movedFrom,
    renumbered,
    retyped,
    replacedBy,
    formOnly,
    approvedBy,
  } = event;
  const arrow = (pair: { readonly from: string; readonly to: string } | undefined): readonly Say[][] =>
    pair ? [[words(`${pair.from || '–'} → ${pair.to || '–'}`)]] : [];
  const details: readonly (readonly Say[])[] = [
    ...(significance === 'editorial' || significance === 'correction' ? [[words(labels.correction)]] : []),
    ...arrow(renumbered),
    ...arrow(retyped),
    ...(movedFrom === undefined ? [] : [[words(fillLabel(labels.movedFrom, { chapter: movedFrom }))]]),
    ...(replacedBy === undefined ? [] : [sayLabel(labels.replacedBy, { entry: sayName(replacedBy) })]),
    ...(note === undefined ? [] : [[words(note)]]),
    ...(formOnly ? [[words(labels.wordsUnchangedNotice)]] : []),
    ...(approvedBy ? [[words(fillLabel(labels.approvedBy, { roles: approvedBy.join(', ') }))]] : []),
  ];
  return [
    ...sayLabel(labels.changeIn, { change: words(labels[kind]), version: sayName(version) }),
    ...details.flatMap((detail, at) => [words(at === 0 ? ' (' : '; '), ...detail]),
    ...(details.length > 0 ? [words(')')] : []),
  ];
}
