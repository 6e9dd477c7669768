import type { Table as MdastTable } from 'mdast';
import type { Table } from '../../model/answer.ts';
import { type BodyContext, positionOf } from '../body-context.ts';
import { tellForeign } from './foreign.ts';
import { trim } from './plain-text.ts';
import { childPhrasing } from './to-phrasing.ts';

/** Every row gets as many cells as the header row has, as GFM renders it; a row that has more is reported. */
export function toTable(node: MdastTable, context: BodyContext): Table {
  const width = node.children[0]?.children.length ?? 0;
  for (const row of node.children) {
    const extra = row.children[width];
    if (!extra) continue;
    context.report('table-has-header', {
      reason: `the row has ${row.children.length} cells, the header row ${width}: the rest is not printed`,
      place: extra.position,
      note: 'Add a column to the header row, or write "\\|" for a bar that is text.',
    });
  }
  return {
    type: 'table',
    align: Array.from({ length: width }, (_, column) => node.align?.[column] ?? null),
    children: node.children.map((row) => ({
      type: 'tableRow',
      children: Array.from({ length: width }, (_, column) => {
        const cell = row.children[column];
        if (cell) tellForeign(cell, context);
        return {
          type: 'tableCell',
          children: cell ? trim(childPhrasing(cell, context)) : [],
          ...positionOf(cell ?? row),
        };
      }),
      ...positionOf(row),
    })),
    ...positionOf(node),
  };
}
