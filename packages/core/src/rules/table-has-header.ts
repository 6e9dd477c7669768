import { toText } from '../model/to-text.ts';
import { nodesOf, type Rule } from './rule.ts';

/** Every column of a table has a header (the first column's may be empty). */
export const tableHasHeader: Rule = (book) => {
  for (const [{ children: rows }, place] of nodesOf(book, 'table')) {
    const empty = (rows[0]?.children ?? []).findIndex(
      (cell, column) => column > 0 && toText(cell.children).trim() === '',
    );
    if (empty >= 0)
      book.report({
        ...place,
        reason: `column ${empty + 1} of the table has no header`,
        note: 'Say in the first row what the column holds.',
      });
  }
};
