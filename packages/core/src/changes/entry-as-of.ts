import type { EditionText, EntryText } from '../model/change.ts';
import { numberKey } from '../numbers/number-key.ts';
import { predecessors } from './compare-editions.ts';

type Edition = Pick<EditionText, 'version' | 'date'>;

/** What an entry said on a day. */
export interface EntryAsOf {
  /** With the number, the chapter and the words that it had. */
  readonly entry: EntryText;
  /** The newest edition of that day. */
  readonly edition: Edition;
  /** The edition that first said so. */
  readonly since: Edition;
  /** The edition that said something else, or had the entry no more. */
  readonly until?: Edition;
}

/** The newest edition of a day, of editions from the oldest on; undefined before the first one. */
export function editionAsOf<Released extends Pick<EditionText, 'date'>>(
  editions: readonly Released[],
  day: string,
): Released | undefined {
  return editions.findLast(({ date }) => date.slice(0, 10) <= day);
}

/**
 * Finds what an entry said on a day. It is named by a number or an id that it had on that day, or that it had
 * in a later edition; undefined where the edition of that day has no such entry.
 *
 * @param editions from the oldest on
 * @param day `2027-03-01`; an edition counts from its own day on
 */
export function entryAsOf(
  editions: readonly EditionText[],
  name: string,
  day: string,
): EntryAsOf | undefined {
  const edition = editionAsOf(editions, day);
  if (!edition) return undefined;
  const at = editions.indexOf(edition);
  const named = editions.findIndex((one, place) => place >= at && entryNamed(one, name) !== undefined);
  let entry = named < 0 ? undefined : entryNamed(editions[named] as EditionText, name);
  // It had another number then: it is followed back, edition by edition.
  for (let place = named; entry && place > at; place--) entry = before(editions, place, entry);
  if (!entry) return undefined;
  let first = at;
  for (let was = before(editions, first, entry); isSame(was, entry); was = before(editions, first, entry))
    first -= 1;
  const own = entry;
  const next = editions.findIndex(
    (one, place) =>
      place > at && !one.entries.some((other) => other.number === own.number && isSame(own, other)),
  );
  const [since = edition, until] = [editions[first], editions[next]];
  return { entry, edition, since, ...(until ? { until } : {}) };
}

function entryNamed({ entries, redirects }: EditionText, name: string): EntryText | undefined {
  const key = numberKey(name);
  const own = entries.find(({ number, facts }) => numberKey(number) === key || facts?.id?.[0] === name);
  if (own) return own;
  const to = redirects.find(({ from }) => from === name || numberKey(from) === key)?.to;
  return entries.find(({ number }) => number === to);
}

/** What an entry of an edition was in the edition before it. */
function before(
  editions: readonly EditionText[],
  place: number,
  { number }: EntryText,
): EntryText | undefined {
  const [older, newer] = [editions[place - 1], editions[place]];
  return older && newer && predecessors(older, newer).get(number);
}

function isSame(one: EntryText | undefined, other: EntryText): boolean {
  return (
    one !== undefined &&
    one.number === other.number &&
    one.fingerprint === other.fingerprint &&
    one.status === other.status &&
    one.chapter === other.chapter
  );
}
