import { compareNumbers, isNumber, type NumberSystem, nearest } from '@octavo/core';
import type { Approvable } from '@octavo/core/ledger';
import { misuse } from '../../exit-code.ts';

const FORMS =
  'Write a number (618), a range (601-620), a term (term/rancid), a page (front/preface), an introduction (chapter/basics), or several with commas.';

/**
 * Returns what a list of numbers, ranges, terms and pages names, in reading order and without repetition, or
 * says what is wrong with the list.
 */
export function selectApprovables(
  list: string,
  all: readonly Approvable[],
  numbers?: NumberSystem,
): readonly Approvable[] {
  const chosen = new Set<Approvable>();
  for (const part of list.split(',').map((text) => text.trim())) {
    for (const item of part.includes('/') ? named(part, all) : numbered(part, all, numbers)) chosen.add(item);
  }
  return all.filter((item) => chosen.has(item));
}

function named(subject: string, all: readonly Approvable[]): readonly Approvable[] {
  const item = all.find((one) => one.subject === subject);
  if (item) return [item];
  const near = nearest(
    subject,
    all.map((one) => one.subject),
  );
  misuse(`there is no ${subject}${near === undefined ? '' : `; did you mean ${near}?`}`, FORMS);
}

function numbered(
  part: string,
  all: readonly Approvable[],
  numbers: NumberSystem | undefined,
): readonly Approvable[] {
  const entries = all.filter(({ entry }) => entry);
  const one = entries.find(({ subject }) => subject === part);
  if (one) return [one];
  if (isNumber(part, numbers)) return unknown(part, entries, numbers);
  const range = rangesIn(part).find((ends) => ends.every((end) => isNumber(end, numbers)));
  if (!range) misuse(`"${part}" is no number of an entry`, FORMS);
  const [first, last] = range;
  if (compareNumbers(first, last, numbers) > 0)
    misuse(`the range "${part}" runs backwards`, `Write ${last}-${first}.`);
  const within = entries.filter(
    ({ subject }) =>
      compareNumbers(first, subject, numbers) <= 0 && compareNumbers(subject, last, numbers) <= 0,
  );
  return within.length > 0
    ? within
    : misuse(`there is no entry from ${first} to ${last}`, rangeOf(entries, numbers));
}

/** A text cut at each of its hyphens: a number may hold some itself. */
function rangesIn(part: string): readonly (readonly [first: string, last: string])[] {
  return [...part.matchAll(/[-–]/g)].map(({ index }) => [
    part.slice(0, index).trim(),
    part.slice(index + 1).trim(),
  ]);
}

function unknown(number: string, entries: readonly Approvable[], numbers: NumberSystem | undefined): never {
  const found = nearest(
    number,
    entries.map(({ subject }) => subject),
  );
  misuse(
    `there is no entry ${number}${found === undefined ? '' : `; did you mean ${found}?`}`,
    rangeOf(entries, numbers),
  );
}

function rangeOf(entries: readonly Approvable[], system: NumberSystem | undefined): string {
  const numbers = entries.map(({ subject }) => subject).sort((a, b) => compareNumbers(a, b, system));
  return numbers.length === 0
    ? 'The handbook has no entries yet.'
    : `The entries are ${numbers[0]} to ${numbers.at(-1)}.`;
}
