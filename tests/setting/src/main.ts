import { readFileSync } from 'node:fs';
import type { Handbook } from '@octavo/core';
import { measureSetting, type Setting } from './measure-setting.ts';
import { settingTable } from './setting-table.ts';
import { typstSource } from './typst-source.ts';

// pnpm setting [--notes] <book.pdf>...          how finished PDFs are set, whoever made them
// pnpm setting --typst <handbook.json>          the same entries for Typst, to the standard output
const args = process.argv.slice(2);
const paths = args.filter((argument) => !argument.startsWith('--'));
if (args.includes('--typst')) {
  for (const path of paths) console.log(typstSource(JSON.parse(readFileSync(path, 'utf8')) as Handbook));
} else {
  const rows: [string, Setting][] = [];
  for (const path of paths) rows.push([path, await measureSetting(new Uint8Array(readFileSync(path)))]);
  console.log(settingTable(rows));
  if (args.includes('--notes'))
    for (const [path, { notes }] of rows) for (const note of notes) console.log(`${path}: ${note}`);
}
