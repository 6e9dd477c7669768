import type { Rule } from './rule.ts';

/** An alias can be an address, is no entry's number or id, and stands for one entry only. */
export const aliasFree: Rule = {
  id: 'alias-free',
  check({ entries, report }) {
    const taken = new Map<string, string>();
    for (const { number, id } of entries) {
      taken.set(number.toLowerCase(), `the number of ${number}`);
      taken.set(id.toLowerCase(), `the id of ${number}`);
    }
    for (const { number, aliases, source } of entries) {
      aliases.forEach((alias, at) => {
        if (!/^[\p{L}\p{N}]+(?:[-._~][\p{L}\p{N}]+)*$/u.test(alias)) {
          report({
            path: source.path,
            keys: ['aliases', at],
            reason: `the alias "${alias}" cannot be an address`,
            actual: alias,
            expected: 'letters and digits, joined by single hyphens, dots or underscores',
          });
          return;
        }
        const other = taken.get(alias.toLowerCase());
        if (other === undefined) taken.set(alias.toLowerCase(), `an alias of ${number}`);
        else {
          report({
            path: source.path,
            keys: ['aliases', at],
            reason: `the alias "${alias}" is already ${other}`,
            actual: alias,
            note: 'An alias must lead to one entry: remove it from one of the two.',
          });
        }
      });
    }
  },
};
