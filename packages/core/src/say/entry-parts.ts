import type { Entry, Handbook } from '../model/documents.generated.ts';
import { inForceOn } from '../model/effective.ts';
import { shownFacts } from '../model/entry-facts.ts';
import type { Labels } from '../model/labels.generated.ts';
import { sayDate } from './dates.ts';
import type { Fact } from './fact.ts';
import { type Notice, noticesOf } from './notices.ts';
import { ownFacts, shownIn, typeTitle } from './own-fields.ts';
import { sayLabel, words } from './sentence.ts';

/** A part of an entry; each format renders all kinds in its own way. */
export type EntryPart =
  /** Number and question. */
  | { readonly kind: 'question' }
  /** What kind of entry it is, whether it is in force, and the fields that are shown as badges. */
  | { readonly kind: 'badges'; readonly type: string; readonly badges: readonly Fact[] }
  /** The fields that are shown between question and answer. */
  | { readonly kind: 'fields'; readonly facts: readonly Fact[] }
  | { readonly kind: 'notices'; readonly notices: readonly Notice[] }
  /** Where the format does not set notes apart, its footnotes too. */
  | { readonly kind: 'answer' }
  /** What is known of the answer besides its words. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | EntryNumbers;

/** Questions to read next, or those whose answers lead here. */
export interface EntryNumbers {
  readonly kind: 'numbers';
  readonly name: 'related' | 'citedBy';
  readonly label: string;
  readonly numbers: readonly string[];
}

/** The date that decides what is in force. */
interface Dated {
  readonly edition: Pick<Handbook['edition'], 'date'>;
}

/**
 * The parts of an entry, in the order in which every format says them; notices, facts and lists of which
 * there are none are left out. `citedBy`: given where the entry stands alone.
 */
export function entryParts(
  entry: Entry,
  book: Pick<Handbook, 'labels' | 'language' | 'types' | 'topics' | 'glossary'> & Dated,
  citedBy: readonly string[] = [],
): readonly EntryPart[] {
  const { labels, language, edition } = book;
  const notices = noticesOf(entry, labels, edition.date);
  const facts = [...ownFacts(entry, book, shownIn('after')), ...factsOf(entry, labels, language)];
  const type = typeTitle(entry, book);
  const badges = [...inForceFact(entry, book), ...ownFacts(entry, book, shownIn('badge'))];
  const fields = ownFacts(entry, book, shownIn('facts'));
  const numbers = (name: EntryNumbers['name'], list: readonly string[]): readonly EntryNumbers[] =>
    list.length > 0 ? [{ kind: 'numbers', name, label: labels[name], numbers: list }] : [];
  return [
    { kind: 'question' },
    ...(type !== '' || badges.length > 0 ? [{ kind: 'badges', type, badges } as const] : []),
    ...(notices.length > 0 ? [{ kind: 'notices', notices } as const] : []),
    ...(fields.length > 0 ? [{ kind: 'fields', facts: fields } as const] : []),
    { kind: 'answer' },
    ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
    ...numbers('related', entry.related),
    // A question that is named above is not named twice.
    ...numbers(
      'citedBy',
      citedBy.filter((number) => !entry.related.includes(number)),
    ),
  ];
}

/** Whether it is in force on the date of the edition, and from when until when: "In force from January 1, 2027". */
function inForceFact(
  { effective, status }: Pick<Entry, 'effective' | 'status'>,
  { edition, labels, language }: Pick<Handbook, 'labels' | 'language'> & Dated,
): readonly Fact[] {
  // What is withdrawn is in force on no day.
  if (!effective || status === 'withdrawn') return [];
  const { from, until } = effective;
  const say = (date: string) => sayDate(date, language);
  const days =
    from === undefined
      ? sayLabel(labels.untilDate, { date: say(until ?? '') })
      : until === undefined
        ? sayLabel(labels.fromDate, { date: say(from) })
        : sayLabel(labels.fromUntil, { from: say(from), until: say(until) });
  return [{ name: 'effective', label: labels[inForceOn(effective, edition.date)], values: [days] }];
}

function factsOf(entry: Entry, labels: Labels, language: string): readonly Fact[] {
  return shownFacts(entry, labels).map(({ name, label, shown, values }) => ({
    name,
    label,
    values: values.map((value) => [shown === 'date' ? sayDate(value, language) : words(value)]),
  }));
}
