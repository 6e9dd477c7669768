import { textWidth } from '../text/set-text.ts';
import type { TextRun } from '../text/text-run.ts';
import type { BlockContext } from './block-context.ts';
import type { Cell } from './table-cells.ts';
import { type ColumnNeed, columnWidths } from './table-columns.ts';

/** Left and right of a cell's text together, in points. */
export const PADDING = 12;

const SCALES = [1, 0.9, 0.8];

interface Fit {
  readonly widths: readonly number[];
  readonly scale: number;
  readonly wide: boolean;
}

/** The widths at which a table fits `full` points, at the largest scale that does; undefined when none does. */
export function fitTable(rows: readonly Cell[][], context: BlockContext, full: number): Fit | undefined {
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
  // A very long word is broken instead of being given all of the room.
  return { least: Math.min(least, 150, most), most };
}
