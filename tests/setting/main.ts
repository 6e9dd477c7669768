import { readFileSync } from 'node:fs';
import { measureSetting } from './measure-setting.ts';
import { settingTable } from './setting-table.ts';

// Measures how PDFs are set: `pnpm setting [--notes] <book.pdf>...`
const paths = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const rows: (readonly [string, Awaited<ReturnType<typeof measureSetting>>])[] = [];
for (const path of paths) rows.push([path, await measureSetting(new Uint8Array(readFileSync(path)))]);
console.log(settingTable(rows));
if (process.argv.includes('--notes'))
  for (const [path, { notes }] of rows) for (const note of notes) console.log(`${path}: ${note}`);
