import { FAINT } from '../page/theme.ts';
import { setText } from '../text/set-text.ts';
import type { TextRun } from '../text/text-run.ts';
import type { BlockContext } from './block-context.ts';
import type { Cell } from './table-cells.ts';

/**
 * Sets a table that is too wide for any page: each row becomes a block of its cells, each of which stands
 * under the name of its column.
 */
export function stackedTable(rows: readonly (readonly Cell[])[], context: BlockContext): void {
  const { session, column } = context;
  const leading = session.theme.table.size * 1.36;
  const settings = { leading, align: 'left', direction: context.direction, hyphenate: true } as const;
  const [head, ...body] = rows;
  // The head is read once; the names over the rows are only seen.
  const names = (head ?? []).flatMap((cell, at): TextRun[] => {
    const [first] = cell.runs;
    return first && at > 0
      ? [{ text: ' · ', style: first.style, content: -1, language: first.language }, ...cell.runs]
      : [...cell.runs];
  });
  column.addLines(setText(session, names, { ...settings, width: context.width }), {
    x: context.x,
    place: context.place,
    keep: true,
  });
  for (const row of body) {
    column.space(leading * 0.4);
    column.add({
      height: 1,
      items: [{ kind: 'box', x: context.x, y: 0, width: context.width, height: 0.5, fill: FAINT }],
      keep: true,
    });
    for (const [at, cell] of row.entries()) {
      const name = (head?.[at]?.runs ?? []).map((run) => ({ ...run, content: -1 }));
      const label = setText(session, name, { ...settings, width: context.width * 0.35 });
      const value = setText(session, cell.runs, { ...settings, width: context.width * 0.6 });
      const first = column.pieces.length;
      column.addLines(value, { x: context.x + context.width * 0.38, place: context.place });
      const [line] = label;
      if (line && value.length > 0) column.beside(first, line, context.x);
    }
  }
  column.space(context.gap);
}
