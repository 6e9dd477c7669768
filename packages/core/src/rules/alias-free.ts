import { numberKey } from '../numbers/number-key.ts';
import { isNumberEver } from '../numbers/order-numbers.ts';
import type { Rule } from './rule.ts';

/** An alias can be an address, is no entry's number or id, and stands for one entry only. */
export const aliasFree: Rule = ({ handbook, entries, report }) => {
  const taken = new Map<string, { readonly number: string; readonly what: string }>();
  for (const { number, id } of entries) {
    taken.set(numberKey(number).toLowerCase(), { number, what: `the number of ${number}` });
    taken.set(id.toLowerCase(), { number: '', what: `the id of ${number}` });
  }
  for (const { number, aliases, source } of entries) {
    aliases.forEach((alias, at) => {
      const isNumber = isNumberEver(alias, handbook);
      if (!isNumber && !/^[\p{L}\p{N}]+(?:[-._~][\p{L}\p{N}]+)*$/u.test(alias)) {
        report({
          path: source.path,
          keys: ['aliases', at],
          reason: `the alias "${alias}" cannot be an address`,
          actual: alias,
          expected: 'letters and digits, joined by single hyphens, dots or underscores',
          note: 'If it is a number of an earlier grammar, name that under "numbers.former" in handbook.yaml.',
        });
        return;
      }
      const name = (isNumber ? numberKey(alias) : alias).toLowerCase();
      const other = taken.get(name);
      if (other === undefined) taken.set(name, { number: '', what: `an alias of ${number}` });
      // A number that was spelt otherwise may keep its address.
      else if (!isNumber || other.number !== number || alias === number) {
        report({
          path: source.path,
          keys: ['aliases', at],
          reason: `the alias "${alias}" is already ${other.what}`,
          actual: alias,
          note: 'An alias must lead to one entry: remove it from one of the two.',
        });
      }
    });
  }
};
