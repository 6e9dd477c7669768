import { readFileSync, writeFileSync } from 'node:fs';
import type { Measured } from './measure.ts';
import type { BenchFormat } from './peers/peer.ts';

/** The least of each figure that a tool took for one format at one size; plain data. */
export interface Row extends Measured {
  readonly format: BenchFormat;
  readonly tool: string;
  readonly entries: number;
}

/** Writes rows, to be reported on or drawn again. */
export function writeRows(file: string, rows: readonly Row[]): void {
  writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
}

/** The rows of files that `writeRows` wrote, together; of two for the same thing the later counts. */
export function readRows(files: readonly string[]): Row[] {
  const rows = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as Row[]);
  return [...new Map(rows.map((row) => [`${row.format} ${row.tool} ${row.entries}`, row])).values()];
}
