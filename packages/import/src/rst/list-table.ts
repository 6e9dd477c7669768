import type { RootContent } from 'mdast';
import type { RstContext } from './context.ts';
import { tableOf } from './tables.ts';

/** Reads a list table: a row begins with `* -`, another cell with `-`. */
export function listTable(
  { content, contentLine }: { readonly content: readonly string[]; readonly contentLine: number },
  context: RstContext,
): RootContent[] {
  const rows: string[][] = [];
  for (const line of content) {
    const [, cell] = /^\* - ?(.*)$/.exec(line) ?? [];
    const [, next] = /^ {2}- ?(.*)$/.exec(line) ?? [];
    if (cell !== undefined) rows.push([cell]);
    else if (next !== undefined) rows.at(-1)?.push(next);
    else if (line.trim() !== '') {
      const row = rows.at(-1);
      if (!row) return context.blocks(content, contentLine);
      row[row.length - 1] = `${row.at(-1) ?? ''} ${line.trim()}`;
    }
  }
  return rows.length > 1 && (rows[0]?.length ?? 0) > 1
    ? [tableOf(rows, context.names)]
    : context.blocks(content, contentLine);
}
