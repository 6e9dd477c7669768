import { compareNumbers } from '../model/number.ts';
import type { Rule } from './rule.ts';

/** Every number lies within the volume, and the volume within the work. */
export const volumeMatches: Rule = {
  id: 'volume-matches',
  check({ handbook, entries, report }) {
    const { volume } = handbook;
    if (!volume) return;
    const { first, last, of } = volume;
    if (compareNumbers(first, last) > 0) {
      report({
        path: 'handbook.yaml',
        keys: ['volume', 'first'],
        reason: `the volume begins at ${first} and ends at ${last}`,
        expected: 'first before last',
      });
      return;
    }
    if (of !== undefined && Number.parseInt(last, 10) > of) {
      report({
        path: 'handbook.yaml',
        keys: ['volume', 'of'],
        reason: `the volume ends at ${last}, the work at ${of}`,
        expected: `of: ${Number.parseInt(last, 10)} or more`,
      });
    }
    for (const { number, source } of entries) {
      if (
        number === '' ||
        (compareNumbers(number, first) >= 0 && (compareNumbers(number, last) <= 0 || within(number, last)))
      )
        continue;
      report({
        path: source.path,
        keys: ['number'],
        reason: `${number} is outside the volume, ${first} to ${last}`,
        actual: number,
        expected: `a number from ${first} to ${last}`,
      });
    }
  },
};

/** 700A and 700.1 still belong to a volume that ends at 700. */
function within(number: string, last: string): boolean {
  return number.startsWith(last) && !/^\d/.test(number.slice(last.length));
}
