import type { Rule } from './rule.ts';

/** No two entries have the same number. */
export const numberUnique: Rule = {
  id: 'number-unique',
  check({ entries, report }) {
    const first = new Map<string, string>();
    for (const { number, source } of entries) {
      // Neither the front matter nor the file's name has a number: that has its message.
      if (number === '') continue;
      const other = first.get(number);
      if (other === undefined) first.set(number, source.path);
      else {
        report({
          path: source.path,
          keys: ['number'],
          reason: `the number ${number} is already that of ${other}`,
          actual: number,
          note: `Give one of the two another number, such as ${number}A.`,
        });
      }
    }
  },
};
