import { FAINT } from '../page/theme.ts';
import type { TextRun } from '../text/text-run.ts';
import { addIn, type BlockContext, setIn } from './block-context.ts';
import type { Cell } from './table-cells.ts';

/**
 * Sets a table that is too wide for any page: each row becomes a block of its cells, each of which stands
 * under the name of its column.
 */
export function stackedTable(rows: readonly (readonly Cell[])[], context: BlockContext): void {
  const { session, column } = context;
  const leading = session.theme.table.size * 1.36;
  const settings = { leading, align: 'left', hyphenate: true } as const;
  const [head, ...body] = rows;
  // The head is read once; the names over the rows are only seen.
  const names = (head ?? []).flatMap((cell, at): TextRun[] => {
    const [first] = cell.runs;
    return first && at > 0
      ? [{ text: ' · ', style: first.style, content: -1, language: first.language }, ...cell.runs]
      : [...cell.runs];
  });
  addIn(context, setIn(context, names, settings), { keep: true });
  for (const row of body) {
    column.space(leading * 0.4);
    column.add({
      height: 1,
      items: [{ kind: 'box', x: context.x, y: 0, width: context.width, height: 0.5, fill: FAINT }],
      keep: true,
    });
    for (const [at, cell] of row.entries()) {
      const name = (head?.[at]?.runs ?? []).map((run) => ({ ...run, content: -1, edit: undefined }));
      const label = setIn(context, name, { ...settings, width: context.width * 0.35 });
      const value = setIn(context, cell.runs, { ...settings, width: context.width * 0.6 });
      const first = column.pieces.length;
      addIn(context, value, { x: context.x + context.width * 0.38 });
      const [line] = label;
      if (line && value.length > 0) column.beside(first, line, context.x);
    }
  }
  column.space(context.gap);
}
