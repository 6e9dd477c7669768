import type { RootContent, TableRow } from 'mdast';
import { oneLine } from '../model/text-of.ts';
import { type RstNames, rstInline } from './inline.ts';

/** A simple table (columns under `=====` rules) or a grid table; undefined when its cells do not fit the columns. */
export function rstTable(lines: readonly string[], names: RstNames): RootContent | undefined {
  const rows = /^\s*\+[-=+]+\+\s*$/.test(lines[0] ?? '') ? gridRows(lines) : simpleRows(lines);
  const width = rows?.[0]?.length ?? 0;
  if (!rows || width < 2 || rows.some((row) => row.length !== width)) return undefined;
  return tableOf(rows, names);
}

/** Rows of text as a table; the first is the head. */
export function tableOf(rows: readonly (readonly string[])[], names: RstNames): RootContent {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const children = rows.map(
    (row): TableRow => ({
      type: 'tableRow',
      children: Array.from({ length: width }, (_, at) => ({
        type: 'tableCell',
        children: rstInline(oneLine(row[at] ?? ''), names),
      })),
    }),
  );
  return { type: 'table', align: Array.from({ length: width }, () => null), children };
}

function simpleRows(lines: readonly string[]): string[][] | undefined {
  const rule = lines[0] ?? '';
  const columns = [...rule.matchAll(/=+/g)].map(({ index, 0: run }) => [index, index + run.length] as const);
  const rows: string[][] = [];
  for (const line of lines) {
    if (/^\s*=[=\s]*$/.test(line) || /^\s*-[-\s]*$/.test(line) || line.trim() === '') continue;
    const cells = columns.map(([from], at) => line.slice(from, columns[at + 1]?.[0] ?? line.length).trim());
    // A letter between the columns means that the table is not what its rules say.
    if (
      columns.some(
        ([, to], at) => columns[at + 1] !== undefined && /\S/.test(line.slice(to, columns[at + 1]?.[0])),
      )
    )
      return undefined;
    const last = rows.at(-1);
    if (cells[0] === '' && last)
      cells.forEach((cell, at) => {
        if (cell !== '') last[at] = `${last[at] ?? ''} ${cell}`;
      });
    else rows.push(cells);
  }
  return rows.length > 0 ? rows : undefined;
}

function gridRows(lines: readonly string[]): string[][] | undefined {
  const borders = [...(lines[0] ?? '').matchAll(/\+/g)].map(({ index }) => index);
  const rows: string[][] = [];
  let open: string[] | undefined;
  for (const line of lines) {
    if (/^\s*\+[-=+]+\+\s*$/.test(line)) {
      if (open) rows.push(open);
      open = undefined;
      continue;
    }
    if (!borders.every((at) => line[at] === '|')) return undefined;
    const cells = borders.slice(0, -1).map((from, at) => line.slice(from + 1, borders[at + 1]).trim());
    open = open ? open.map((cell, at) => `${cell} ${cells[at] ?? ''}`.trim()) : cells;
  }
  return rows.length > 0 ? rows : undefined;
}
