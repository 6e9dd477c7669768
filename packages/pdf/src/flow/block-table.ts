import type { Table } from '@octavo/core';
import type { SetLine } from '../text/set-line.ts';
import type { TextRun } from '../text/text-run.ts';
import { addIn, type BlockContext, childPlace, inlineContext, setIn } from './block-context.ts';
import { inlineRuns } from './inline.ts';
import { anchorPart, partLabel } from './part-label.ts';
import { BLANK, moved, type Piece } from './piece.ts';
import { stackedTable } from './stacked-table.ts';
import { type Cell, tableCells } from './table-cells.ts';
import { fitTable, PADDING } from './table-fit.ts';
import { drawRows, type SetRow } from './table-rows.ts';

/** The space between a caption and its table. */
const CAPTION_GAP = 4;

/** A table whose head is set again on every page it goes on to, and whose rows are never cut. */
export function table(node: Table, context: BlockContext): void {
  const { session, column } = context;
  const element = session.structure.open('Table', context.node);
  const isCaptioned = caption(node, context, element);
  const rows = tableCells(node, context, element);
  const canWiden =
    context.x === 0 && context.nesting === 0 && context.column.pieces.at(-1)?.frames.length !== 1;
  const full = context.width + (canWiden ? session.geometry.hang : 0);
  const fit = fitTable(rows, context, full);
  if (!fit) {
    const start = node.position?.start;
    session.report(
      'table-fits',
      `A table of ${rows[0]?.length ?? 0} columns does not fit the page; its rows are set one below the other`,
      false,
      { line: start?.line, column: start?.column },
    );
    stackedTable(rows, context);
    return;
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
    cells: lines.map((own, at): SetRow['cells'][number] => ({ lines: own, width: widths[at] ?? 0 })),
  }));
  const parts = drawRows(
    aligned.map(({ cells, row }) => ({ cells, head: row === 0 })),
    context.direction === 'rtl',
  );
  const total = widths.reduce((sum, own) => sum + own, 0);
  const start = wide ? session.geometry.full : context.x;
  const x = context.direction === 'rtl' ? start + (wide ? full : context.width) - total : start;
  const above = isCaptioned ? CAPTION_GAP : context.leading * 0.6;
  if (!isCaptioned) column.space(above, 1);
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
      place: childPlace(context.place, row + (node.caption?.length ?? 0)),
      keep,
    };
    column.add({ ...piece, before: index === 0 ? above : 0, ...(head ? { head } : {}) });
    if (row === 0) head = { ...BLANK, height: part.height, items, keep: true };
  }
  column.space(context.leading * 0.7);
}

/** Adds the lines of a table's caption, which stay with its head; false where it has none. */
function caption(node: Table, context: BlockContext, table: number): boolean {
  if (!node.caption) return false;
  const { session, column } = context;
  const { caption: style } = session.theme;
  column.space(context.leading * 0.6, 1);
  anchorPart(node, context, table);
  const element = session.structure.open('Caption', table);
  const runs = [
    ...partLabel(node, context, style, element),
    ...inlineRuns(session, node.caption, inlineContext(context, element, style)),
  ];
  const lines = setIn(context, runs, { leading: style.size * 1.35 });
  addIn(context, lines, { keep: 2, together: true });
  return lines.length > 0;
}

function cellLines(
  cell: Cell,
  width: number,
  scale: number,
  leading: number,
  context: BlockContext,
): readonly SetLine[] {
  const runs = scale === 1 ? cell.runs : cell.runs.map((run) => scaledRun(run, scale));
  return setIn(context, runs, { width, leading, align: cell.align, hyphenate: width < 110 });
}

function scaledRun(run: TextRun, scale: number): TextRun {
  const style = { ...run.style, size: run.style.size * scale };
  return { ...run, style, ...(run.slot ? { slot: { ...run.slot, width: run.slot.width * scale } } : {}) };
}

/** A row that is taller than a page is the only kind of row that is cut, between two lines. */
function slices(row: readonly (readonly SetLine[])[], tallest: number): (readonly SetLine[])[][] {
  const longest = row.reduce((most, lines) => Math.max(most, lines.length), 1);
  return Array.from({ length: Math.ceil(longest / tallest) }, (_, index) =>
    row.map((lines) => lines.slice(index * tallest, (index + 1) * tallest)),
  );
}
