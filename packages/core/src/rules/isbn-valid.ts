import { isbnsOf, readIsbn } from '../model/isbn.ts';
import type { Rule } from './rule.ts';

/** Every ISBN has the digits of one, and the check digit that they ask for. */
export const isbnValid: Rule = ({ handbook, report }) => {
  for (const { format, value } of isbnsOf(handbook.identifiers)) {
    const isbn = readIsbn(value);
    const about = {
      keys: ['identifiers', 'isbn', format],
      actual: value,
      note: 'Copy the ISBN from where it was assigned.',
    };
    if ('fault' in isbn) report({ ...about, reason: `${value} is no ISBN: ${isbn.fault}` });
    else if (!isbn.digits.endsWith(isbn.check))
      report({
        ...about,
        reason: `${value} is no ISBN: after ${value.slice(0, -1)} the check digit is ${isbn.check}`,
        expected: value.slice(0, -1) + isbn.check,
      });
  }
};
