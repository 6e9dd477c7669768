import { isbn13, isbnsOf } from '../model/isbn.ts';
import type { Rule } from './rule.ts';

/** No two formats have the same ISBN, whether it is written with ten digits or with thirteen. */
export const isbnUnique: Rule = ({ handbook, report }) => {
  const known = new Map<string, string>();
  for (const { format, value } of isbnsOf(handbook.identifiers)) {
    const number = isbn13(value);
    const other = known.get(number);
    known.set(number, other ?? format);
    if (other === undefined) continue;
    report({
      keys: ['identifiers', 'isbn', format],
      reason: `the ISBN ${value} is that of ${other} already`,
      actual: value,
      note: 'An ISBN is of one format of one edition: have another one assigned, or leave it out.',
    });
  }
};
