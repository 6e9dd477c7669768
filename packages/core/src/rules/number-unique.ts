import { numberBehind } from '../numbers/free-number.ts';
import { numberKey } from '../numbers/number-key.ts';
import type { Rule } from './rule.ts';

/** No two entries have the same number, or numbers of one address. */
export const numberUnique: Rule = ({ handbook, entries, report }) => {
  const first = new Map<string, string>();
  const taken = new Set(entries.map((entry) => entry.number));
  for (const { number, source } of entries) {
    // Neither the front matter nor the file's name has a number: that has its message.
    if (number === '') continue;
    const key = numberKey(number).toLowerCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, source.path);
    else {
      const free = numberBehind(number, undefined, (one) => !taken.has(one), handbook.numbers);
      report({
        path: source.path,
        keys: ['number'],
        reason: `the number ${number} is already that of ${other}`,
        actual: number,
        ...(free === undefined ? {} : { note: `Give one of the two another number, such as ${free}.` }),
      });
    }
  }
};
