import { nameOf } from '../assemble/references.ts';
import { numberKey } from '../numbers/number-key.ts';
import { isNumber } from '../numbers/order-numbers.ts';
import type { Rule } from './rule.ts';

/** An entry's file is named `<key of its number>-<slug>.md`. */
export const fileNameMatches: Rule = ({ handbook, entries, report }) => {
  for (const { number, id, source } of entries) {
    if (!isNumber(number, handbook.numbers) || nameOf(source.path, number).number === number) continue;
    report({
      path: source.path,
      keys: ['number'],
      reason: `the file of ${number} is not named for it`,
      expected: `${numberKey(number)}-${id.replace(/^[\d.]+[A-Z]{0,2}$/, 'slug')}.md`,
    });
  }
};
