import type { Table as MdastTable, TableCell } from 'mdast';
import type { Table } from '../../model/answer.ts';
import { type BodyContext, positionOf } from '../body-context.ts';
import { tellForeign } from './foreign.ts';
import { isKeptOnly, markOf } from './only.ts';
import { trim } from './plain-text.ts';
import { childPhrasing } from './to-phrasing.ts';

/**
 * A table without the rows and columns that the edition leaves out, as `:only[]{…}` says at the beginning of a
 * row's first cell and of a column's head. Every row gets as many cells as the header row has, as GFM renders it; a row that has
 * more is reported.
 */
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
  const isMarked = (cell: TableCell | undefined) => {
    const mark = markOf(cell);
    return mark === undefined || isKeptOnly(mark, context);
  };
  const [head, ...body] = node.children;
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    isMarked(head?.children[column]),
  );
  const rows = body.filter((row) => isMarked(row.children[0]));
  return {
    type: 'table',
    align: columns.map((column) => node.align?.[column] ?? null),
    children: [...(head ? [head] : []), ...rows].map((row) => ({
      type: 'tableRow',
      children: columns.map((column) => {
        const whole = row.children[column];
        if (whole) tellForeign(whole, context);
        const cell = unmarked(whole);
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

function unmarked(cell: TableCell | undefined): TableCell | undefined {
  return cell && markOf(cell) ? { ...cell, children: cell.children.slice(1) } : cell;
}
