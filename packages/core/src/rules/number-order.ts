import { compareNumbers } from '../numbers/order-numbers.ts';
import type { Rule } from './rule.ts';

/** Within a chapter, entries stand in the order of their numbers (chapters may interleave). */
export const numberOrder: Rule = ({ handbook, report }) => {
  for (const { id, entries } of handbook.chapters) {
    entries.forEach((entry, at) => {
      const before = entries[at - 1];
      if (!before || compareNumbers(before.number, entry.number, handbook.numbers) <= 0) return;
      report({
        path: entry.source.path,
        keys: ['number'],
        reason: `${entry.number} stands after ${before.number} in the chapter "${id}"`,
        expected: 'entries in the order of their numbers',
      });
    });
  }
};
