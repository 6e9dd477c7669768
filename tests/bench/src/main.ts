import { writeFileSync } from 'node:fs';
import { type BenchArguments, readArguments, USAGE } from './arguments.ts';
import { growthReport } from './growth.ts';
import { install } from './install.ts';
import { measurePeers } from './measure-peers.ts';
import { plot } from './plot/plot.ts';
import { report } from './report.ts';
import { type Row, readRows, writeRows } from './row.ts';

const args = readArguments(process.argv.slice(2));
if (!args) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (args.command === 'install') process.exitCode = install();
else if (args.command === 'report') show(readRows(args.files), args);
else {
  const { rows, complete } = measurePeers(args);
  show(rows, args);
  process.exitCode = complete ? 0 : 1;
}

function show(rows: readonly Row[], { json, plot: picture }: BenchArguments): void {
  console.log(report(rows));
  if (new Set(rows.map((row) => row.entries)).size > 1) console.log(`\n${growthReport(rows)}`);
  if (json) writeRows(json, rows);
  if (picture) writeFileSync(picture, plot(rows));
}
