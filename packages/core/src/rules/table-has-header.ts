import { toText } from '../model/to-text.ts';
import type { Rule } from './rule.ts';

/** Every column of a table has a header (the first column's may be empty). */
export const tableHasHeader: Rule = {
  id: 'table-has-header',
  check({ bodies, report }) {
    for (const { path, all } of bodies) {
      for (const node of all) {
        if (node.type !== 'table') continue;
        const empty = (node.children[0]?.children ?? []).findIndex(
          (cell, column) => column > 0 && toText(cell.children).trim() === '',
        );
        if (empty < 0) continue;
        report({
          path,
          position: node.position,
          reason: `column ${empty + 1} of the table has no header`,
          note: 'Say in the first row what the column holds.',
        });
      }
    }
  },
};
