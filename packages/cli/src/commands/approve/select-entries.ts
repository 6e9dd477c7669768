import { compareNumbers, type Entry, NUMBER_FORM, nearest } from '@octavo/core';
import { usage } from '../../command-line/usage.ts';
import type { Failure } from '../../exit-code.ts';

const FORMS = 'Write a number (618), a range (601-620), or several with commas (601-620,634A).';

/** The entries that a list of numbers and ranges names, in reading order, each once; or what is wrong with the list. */
export function selectEntries(list: string, entries: readonly Entry[]): readonly Entry[] | Failure {
  const chosen = new Set<Entry>();
  for (const part of list.split(',').map((text) => text.trim())) {
    const [first = '', last = first, ...more] = part.split(/[-–]/).map((text) => text.trim());
    if (![first, last].every((number) => NUMBER_FORM.test(number)) || more.length > 0)
      return usage(`"${part}" is no number of an entry`, FORMS);
    if (first === last) {
      const entry = entries.find(({ number }) => number === first);
      if (!entry) return unknown(first, entries);
      chosen.add(entry);
      continue;
    }
    if (compareNumbers(first, last) > 0)
      return usage(`the range "${part}" runs backwards`, `Write ${last}-${first}.`);
    const within = entries.filter(
      ({ number }) => compareNumbers(first, number) <= 0 && compareNumbers(number, last) <= 0,
    );
    if (within.length === 0) return usage(`there is no entry from ${first} to ${last}`, rangeOf(entries));
    for (const entry of within) chosen.add(entry);
  }
  return entries.filter((entry) => chosen.has(entry));
}

function unknown(number: string, entries: readonly Entry[]): Failure {
  const found = nearest(
    number,
    entries.map((entry) => entry.number),
  );
  return usage(
    `there is no entry ${number}${found === undefined ? '' : `; did you mean ${found}?`}`,
    rangeOf(entries),
  );
}

function rangeOf(entries: readonly Entry[]): string {
  const numbers = entries.map(({ number }) => number).sort(compareNumbers);
  return numbers.length === 0
    ? 'The handbook has no entries yet.'
    : `The entries are ${numbers[0]} to ${numbers.at(-1)}.`;
}
