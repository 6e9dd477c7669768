import type { Table, TableRow } from '@octavo/core';
import type { TextRun } from '../text/text-run.ts';
import { type BlockContext, inlineContext } from './block-context.ts';
import { inlineRuns } from './inline.ts';

/** What a column is given at least, whatever stands in it. */
const WIDEST_PICTURE = 150;

/** A cell's runs, and how far its text is from the margin. */
export interface Cell {
  readonly runs: readonly TextRun[];
  readonly align: 'left' | 'right' | 'center';
}

/** Gathers the runs of a table's cells below its structure element. */
export function tableCells(node: Table, context: BlockContext, element: number): Cell[][] {
  const { session } = context;
  const parts = { head: session.structure.open('THead', element), body: -1 };
  return node.children.map((row, index) => {
    if (index === 1) parts.body = session.structure.open('TBody', element);
    return rowCells(row, node, index === 0, index === 0 ? parts.head : parts.body, context);
  });
}

function rowCells(
  row: TableRow,
  node: Table,
  isHead: boolean,
  parent: number,
  context: BlockContext,
): Cell[] {
  const { session } = context;
  const tr = session.structure.open('TR', parent);
  const columns = node.children[0]?.children.length ?? row.children.length;
  return Array.from({ length: columns }, (_, at) => {
    const cell = session.structure.open(isHead ? 'TH' : 'TD', tr, isHead ? { scope: 'Column' } : {});
    const style = isHead ? session.theme.tableHead : session.theme.table;
    const width = Math.min(WIDEST_PICTURE, context.width / columns - 12);
    const inner = inlineContext({ ...context, edit: row.edited ?? context.edit }, cell, style);
    const own = { ...inner, room: { width, alone: false } };
    const runs = inlineRuns(session, row.children[at]?.children ?? [], own);
    const align = node.align[at] ?? (context.direction === 'rtl' ? 'right' : 'left');
    return { runs, align };
  });
}
