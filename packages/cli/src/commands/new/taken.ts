import { compareNumbers, type Entry, type Handbook, type Ledger } from '@octavo/core';

/** Says, in words, what a number already stands for; returns undefined when the number is free. */
export type Taken = (number: string) => string | undefined;

/**
 * A number is never used twice: not that of an entry, not an old one (an alias), and not one that was ever
 * released.
 */
export function takenNumbers(
  handbook: Handbook,
  entries: readonly Entry[],
  ledger: Ledger,
  questionOf: (entry: Entry) => string,
): Taken {
  const taken = new Map<string, string>();
  for (const { version, entries: released } of ledger) {
    for (const { number, anchors } of released) {
      for (const name of [number, ...anchors]) taken.set(name, `${number} of release ${version}`);
    }
  }
  for (const { from, to } of handbook.redirects) taken.set(from, `an old number of ${to}`);
  for (const entry of entries) taken.set(entry.number, `"${questionOf(entry)}" (${entry.source.path})`);
  return (number) => taken.get(number);
}

/** Returns the next free number after the last: 701 after 700, 3.1.7 after 3.1.6. */
export function nextNumber(numbers: readonly string[], taken: Taken): string {
  const last = [...numbers].sort(compareNumbers).at(-1) ?? '0';
  const [, before = '', digits = '0'] = /^(.*?)(\d+)[A-Z]*$/.exec(last) ?? [];
  for (let next = BigInt(digits) + 1n; ; next++) {
    const number = `${before}${next}`;
    if (taken(number) === undefined) return number;
  }
}

/**
 * Returns the first free number between a given one and the next: 634A, 634B, …; undefined when there is
 * none.
 */
export function insertedNumber(number: string, taken: Taken): string | undefined {
  const base = number.replace(/[A-Z]+$/, '');
  return SUFFIXES.map((suffix) => `${base}${suffix}`).find(
    (free) => compareNumbers(free, number) > 0 && taken(free) === undefined,
  );
}

const LETTERS: readonly string[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const SUFFIXES: readonly string[] = [
  ...LETTERS,
  ...LETTERS.flatMap((first) => LETTERS.map((second) => first + second)),
];
