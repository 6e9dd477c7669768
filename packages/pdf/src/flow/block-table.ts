import type { Table, TableRow } from '@octavo/core';
import { layOut } from '../compose/lay-out.tsx';
import { type ElementCell, tableElement } from '../compose/table.tsx';
import type { SetLine } from '../text/set-text.ts';
import { setText, textWidth } from '../text/set-text.ts';
import type { TextRun } from '../text/text-run.ts';
import { type BlockContext, childPlace, inlineContext } from './block-context.ts';
import { inlineRuns } from './inline.ts';
import { BLANK, moved, type Piece } from './piece.ts';
import { stackedTable } from './stacked-table.ts';
import { type ColumnNeed, columnWidths } from './table-columns.ts';

const PADDING = 12;
const SCALES = [1, 0.9, 0.8];

/** A cell's runs, and how far its text is from the margin. */
export interface Cell {
  readonly runs: readonly TextRun[];
  readonly align: 'left' | 'right' | 'center';
}

/** A table whose head is set again on every page it goes on to, and whose rows are never cut. */
export async function table(node: Table, context: BlockContext): Promise<void> {
  const { session, column } = context;
  const rows = cells(node, context);
  const canWiden =
    context.x === 0 && context.nesting === 0 && context.column.pieces.at(-1)?.frames.length !== 1;
  const full = context.width + (canWiden ? session.geometry.hang : 0);
  const fit = fitted(rows, context, full);
  if (!fit) {
    const start = node.position?.start;
    session.report(
      'table-fits',
      `A table of ${rows[0]?.length ?? 0} columns does not fit the page; its rows are set one below the other`,
      false,
      { line: start?.line, column: start?.column },
    );
    return stackedTable(rows, context);
  }
  const { widths, scale, wide } = fit;
  const leading = session.theme.table.size * scale * 1.36;
  const tallest = Math.floor((session.geometry.depth * 0.7) / leading);
  const set = rows.flatMap((row, index) =>
    slices(
      row.map((cell, at) => cellLines(cell, (widths[at] ?? 0) - PADDING, scale, leading, context)),
      tallest,
    ).map((lines) => ({ lines, row: index })),
  );
  const aligned = set.map(({ lines, row }) => ({
    row,
    cells: lines.map((own, at): ElementCell => ({ lines: own, width: widths[at] ?? 0 })),
  }));
  const parts = await layOut(
    tableElement(
      aligned.map(({ cells: own, row }) => ({ cells: own, head: row === 0 })),
      context.direction === 'rtl',
    ),
    full,
  );
  const total = widths.reduce((sum, own) => sum + own, 0);
  const start = wide ? session.geometry.full : context.x;
  const x = context.direction === 'rtl' ? start + (wide ? full : context.width) - total : start;
  column.space(context.gap * 1.2);
  let head: Piece | undefined;
  for (const [index, part] of parts.entries()) {
    const row = aligned[index]?.row ?? 0;
    const { items, links } = moved(part, x, 0);
    const keep = index < parts.length - 1 && (index < 2 || index === parts.length - 2);
    const piece = {
      height: part.height,
      items,
      links,
      notes: part.notes,
      baseline: part.baseline,
      place: childPlace(context.place, row),
      keep,
    };
    column.add({ ...piece, before: index === 0 ? context.gap * 1.2 : 0, ...(head ? { head } : {}) });
    if (row === 0) head = { ...BLANK, height: part.height, items, keep: true };
  }
  column.space(context.gap * 1.4);
}

/** Opens the table's structure and gathers its cells' runs. */
function cells(node: Table, context: BlockContext): Cell[][] {
  const { session } = context;
  const element = session.structure.open('Table', context.node);
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
    const runs = inlineRuns(session, row.children[at]?.children ?? [], inlineContext(context, cell, style));
    const align = node.align[at] ?? (context.direction === 'rtl' ? 'right' : 'left');
    return { runs, align };
  });
}

interface Fit {
  readonly widths: readonly number[];
  readonly scale: number;
  readonly wide: boolean;
}

function fitted(rows: readonly Cell[][], context: BlockContext, full: number): Fit | undefined {
  const columns = rows[0]?.length ?? 0;
  const needs = Array.from({ length: columns }, (_, at) =>
    need(
      rows.map((row) => row[at]?.runs ?? []),
      context,
    ),
  );
  const comfortable = needs.reduce(
    (total, one) => total + Math.max(one.least, Math.min(one.most, 130)) + PADDING,
    0,
  );
  for (const scale of SCALES) {
    const own = needs.map(({ least, most }) => ({ least: least * scale, most: most * scale }));
    const narrow =
      comfortable * scale <= context.width ? columnWidths(own, context.width, PADDING) : undefined;
    if (narrow) return { widths: narrow, scale, wide: false };
    const widths = columnWidths(own, full, PADDING);
    if (widths) return { widths, scale, wide: full > context.width };
  }
  return undefined;
}

function need(column: readonly (readonly TextRun[])[], context: BlockContext): ColumnNeed {
  let least = 0;
  let most = 0;
  for (const runs of column) {
    if (runs.length === 0) continue;
    most = Math.max(most, textWidth(context.session, runs) + 0.5);
    for (const run of runs) {
      const word = run.inset
        ? run.text
        : run.text
            .split(/[\s/]+|(?<=[-–—_.])/)
            .reduce((longest, part) => (part.length > longest.length ? part : longest), '');
      if (word) least = Math.max(least, textWidth(context.session, [{ ...run, text: word }]) + 1);
    }
  }
  // A very long word is broken rather than given all the room.
  return { least: Math.min(least, 150, most), most };
}

function cellLines(
  cell: Cell,
  width: number,
  scale: number,
  leading: number,
  context: BlockContext,
): readonly SetLine[] {
  const runs =
    scale === 1
      ? cell.runs
      : cell.runs.map((run) => ({ ...run, style: { ...run.style, size: run.style.size * scale } }));
  return setText(context.session, runs, {
    width,
    leading,
    align: cell.align,
    direction: context.direction,
    hyphenate: width < 110,
  });
}

/** A row taller than a page is the one row that is cut, between lines. */
function slices(row: readonly (readonly SetLine[])[], tallest: number): (readonly SetLine[])[][] {
  const longest = Math.max(1, ...row.map((lines) => lines.length));
  return Array.from({ length: Math.ceil(longest / tallest) }, (_, index) =>
    row.map((lines) => lines.slice(index * tallest, (index + 1) * tallest)),
  );
}
