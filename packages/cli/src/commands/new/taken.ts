import { type Entry, type Handbook, type Ledger, numberKey } from '@octavo/core';

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
  // By its key: no two numbers are one file or one address.
  const taken = new Map<string, string>();
  const set = (name: string, what: string) => taken.set(numberKey(name).toLowerCase(), what);
  for (const { version, entries: released } of ledger) {
    for (const { number, anchors } of released) {
      for (const name of [number, ...anchors]) set(name, `${number} of release ${version}`);
    }
  }
  for (const { from, to } of handbook.redirects) set(from, `an old number of ${to}`);
  for (const entry of entries) set(entry.number, `"${questionOf(entry)}" (${entry.source.path})`);
  return (number) => taken.get(numberKey(number).toLowerCase());
}
