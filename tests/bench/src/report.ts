import { BENCH_FORMATS } from './peers/peer.ts';
import type { Row } from './row.ts';
import { markdownTable } from './table.ts';

/** A Markdown table, format by format and size by size; `ratio` is CPU to the first row of both. */
export function report(rows: readonly Row[]): string {
  const head = ['format', 'entries', 'tool', 'CPU s', 'ratio', 'wall s', 'peak MB', 'kB'];
  const place = (row: Row): number => BENCH_FORMATS.indexOf(row.format);
  const sorted = [...rows].sort((a, b) => place(a) - place(b) || a.entries - b.entries);
  const lines = sorted.map((row) => {
    const first = sorted.find(({ format, entries }) => format === row.format && entries === row.entries);
    return [
      row.format,
      row.entries,
      row.tool,
      row.cpu.toFixed(2),
      (row.cpu / (first ?? row).cpu).toFixed(2),
      row.wall.toFixed(2),
      row.peak,
      Math.round(row.bytes / 1000),
    ];
  });
  return markdownTable(head, lines);
}
