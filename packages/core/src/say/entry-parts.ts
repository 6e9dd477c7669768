import type { Entry, Handbook } from '../model/handbook.ts';
import { sayDate } from './dates.ts';
import type { Fact } from './fact.ts';
import { type Notice, noticesOf } from './notices.ts';

/** A part of an entry; each format renders all kinds in its own way. */
export type EntryPart =
  /** Number and question. */
  | { readonly kind: 'question' }
  | { readonly kind: 'notices'; readonly notices: readonly Notice[] }
  /** Where the format does not set notes apart, its footnotes too. */
  | { readonly kind: 'answer' }
  | { readonly kind: 'facts'; readonly facts: readonly EntryFact[] }
  | EntryNumbers;

/** Questions to read next, or those whose answers lead here. */
export interface EntryNumbers {
  readonly kind: 'numbers';
  readonly name: 'related' | 'citedBy';
  readonly label: string;
  readonly numbers: readonly string[];
}

/** What is known of an answer besides its words. */
export type EntryFact = Fact<'revised'>;

/**
 * The parts of an entry, in the order in which every format says them; notices, facts and lists of which
 * there are none are left out. `citedBy`: given where the entry stands alone.
 */
export function entryParts(
  entry: Entry,
  { labels, language }: Pick<Handbook, 'labels' | 'language'>,
  citedBy: readonly string[] = [],
): readonly EntryPart[] {
  const notices = noticesOf(entry, labels);
  const facts = factsOf(entry, labels.revised, language);
  const numbers = (name: EntryNumbers['name'], list: readonly string[]): readonly EntryNumbers[] =>
    list.length > 0 ? [{ kind: 'numbers', name, label: labels[name], numbers: list }] : [];
  return [
    { kind: 'question' },
    ...(notices.length > 0 ? [{ kind: 'notices', notices } as const] : []),
    { kind: 'answer' },
    ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
    ...numbers('related', entry.related),
    // What is named above is not named twice.
    ...numbers(
      'citedBy',
      citedBy.filter((number) => !entry.related.includes(number)),
    ),
  ];
}

function factsOf({ revised }: Entry, label: string, language: string): readonly EntryFact[] {
  return revised === undefined ? [] : [{ name: 'revised', label, values: [[sayDate(revised, language)]] }];
}
