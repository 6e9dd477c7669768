import { isOfVolume } from '../assemble/volume.ts';
import { compareNumbers } from '../numbers/order-numbers.ts';
import type { Rule } from './rule.ts';

/** Every number lies within the volume, and the volume within the work. */
export const volumeMatches: Rule = ({ handbook, entries, report }) => {
  const { volume } = handbook;
  if (!volume) return;
  const { first, last, of } = volume;
  if (compareNumbers(first, last, handbook.numbers) > 0) {
    report({
      keys: ['volume', 'first'],
      reason: `the volume begins at ${first} and ends at ${last}`,
      expected: 'first before last',
    });
    return;
  }
  if (of !== undefined && Number.parseInt(last, 10) > of) {
    report({
      keys: ['volume', 'of'],
      reason: `the volume ends at ${last}, the work at ${of}`,
      expected: `of: ${Number.parseInt(last, 10)} or more`,
    });
  }
  for (const { number, source } of entries) {
    if (number === '' || isOfVolume(number, volume, handbook.numbers)) continue;
    report({
      path: source.path,
      keys: ['number'],
      reason: `${number} is outside the volume, ${first} to ${last}`,
      actual: number,
      expected: `a number from ${first} to ${last}`,
    });
  }
};
