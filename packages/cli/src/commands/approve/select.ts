import { compareNumbers, NUMBER_FORM, nearest } from '@octavo/core';
import type { Approvable } from '@octavo/core/ledger';
import { usage } from '../../command-line/usage.ts';
import type { Failure } from '../../exit-code.ts';

const FORMS =
  'Write a number (618), a range (601-620), a term (term/rancid), a page (front/preface), or several with commas.';

/**
 * Returns what a list of numbers, ranges, terms and pages names, in reading order and without repetition, or
 * says what is wrong with the list.
 */
export function selectApprovables(list: string, all: readonly Approvable[]): readonly Approvable[] | Failure {
  const chosen = new Set<Approvable>();
  for (const part of list.split(',').map((text) => text.trim())) {
    const found = part.includes('/') ? named(part, all) : numbered(part, all);
    if (!Array.isArray(found)) return found as Failure;
    for (const item of found) chosen.add(item);
  }
  return all.filter((item) => chosen.has(item));
}

function named(subject: string, all: readonly Approvable[]): readonly Approvable[] | Failure {
  const item = all.find((one) => one.subject === subject);
  if (item) return [item];
  const near = nearest(
    subject,
    all.map((one) => one.subject),
  );
  return usage(`there is no ${subject}${near === undefined ? '' : `; did you mean ${near}?`}`, FORMS);
}

function numbered(part: string, all: readonly Approvable[]): readonly Approvable[] | Failure {
  const entries = all.filter(({ entry }) => entry);
  const [first = '', last = first, ...more] = part.split(/[-–]/).map((text) => text.trim());
  if (![first, last].every((number) => NUMBER_FORM.test(number)) || more.length > 0)
    return usage(`"${part}" is no number of an entry`, FORMS);
  if (first === last) {
    const item = entries.find(({ subject }) => subject === first);
    return item ? [item] : unknown(first, entries);
  }
  if (compareNumbers(first, last) > 0)
    return usage(`the range "${part}" runs backwards`, `Write ${last}-${first}.`);
  const within = entries.filter(
    ({ subject }) => compareNumbers(first, subject) <= 0 && compareNumbers(subject, last) <= 0,
  );
  return within.length > 0 ? within : usage(`there is no entry from ${first} to ${last}`, rangeOf(entries));
}

function unknown(number: string, entries: readonly Approvable[]): Failure {
  const found = nearest(
    number,
    entries.map(({ subject }) => subject),
  );
  return usage(
    `there is no entry ${number}${found === undefined ? '' : `; did you mean ${found}?`}`,
    rangeOf(entries),
  );
}

function rangeOf(entries: readonly Approvable[]): string {
  const numbers = entries.map(({ subject }) => subject).sort(compareNumbers);
  return numbers.length === 0
    ? 'The handbook has no entries yet.'
    : `The entries are ${numbers[0]} to ${numbers.at(-1)}.`;
}
