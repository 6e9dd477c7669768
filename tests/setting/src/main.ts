import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Handbook } from '@octavo/core';
import { measureSetting, type Setting } from './measure-setting.ts';
import { settingTable } from './setting-table.ts';
import { typstSource } from './typst-source.ts';

// pnpm setting [--notes] <book.pdf | handbook.json>...   how finished PDFs are set, whoever made them; of a
//                                                        handbook.json what Typst makes of it, where it is found
// pnpm setting                                           the same of every test book, which is built first
// pnpm setting --typst <handbook.json>                   the same entries for Typst, to the standard output
const BOOKS = [
  'content/coremodels-faq',
  'content/octavo-handbook',
  ...['kitchen-sink', 'gradients', 'wild', 'scripts'].map((name) => `tests/fixtures/${name}`),
];
const args = process.argv.slice(2);
const paths = args.filter((argument) => !argument.startsWith('--'));
const sourceOf = (path: string): string => typstSource(JSON.parse(readFileSync(path, 'utf8')) as Handbook);
if (args.includes('--typst')) {
  for (const path of paths) console.log(sourceOf(path));
} else {
  const rows: [string, Setting][] = [];
  const built = mkdtempSync(join(tmpdir(), 'octavo-setting-'));
  for (const path of paths.length > 0 ? paths : BOOKS.flatMap((book) => madeOf(book, built))) {
    const isSource = path.endsWith('.json');
    const pdf = isSource ? byTypst(sourceOf(path)) : readFileSync(path);
    const name = path.replace(`${built}/`, '');
    if (pdf) rows.push([isSource ? `${name} by Typst` : name, await measureSetting(new Uint8Array(pdf))]);
  }
  rmSync(built, { recursive: true, force: true });
  console.log(settingTable(rows));
  if (args.includes('--notes'))
    for (const [path, { notes }] of rows) for (const note of notes) console.log(`${path}: ${note}`);
}

/** The PDF of a book of the repository, and its data. */
function madeOf(book: string, folder: string): readonly string[] {
  const out = join(folder, basename(book));
  spawnSync(process.execPath, ['packages/cli/bin/octavo.js', 'build', book, '--to', 'pdf', '--out', out]);
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
  return [/\.pdf$/, /(?:^|\/)handbook\.json$/].flatMap((kind) =>
    files.filter((file) => kind.test(file)).map((file) => join(out, file)),
  );
}

/** The PDF that Typst makes (`$TYPST`, or `typst` on the path) in our faces; undefined, with a word why, without it. */
function byTypst(source: string): Buffer | undefined {
  const { resolve } = createRequire(import.meta.resolve('@octavo/pdf'));
  const fonts = ['source-serif-4', 'source-code-pro'].flatMap((name) => [
    '--font-path',
    dirname(resolve(`@expo-google-fonts/${name}/package.json`)),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'octavo-typst-'));
  try {
    const [written, made] = [join(folder, 'book.typ'), join(folder, 'book.pdf')];
    writeFileSync(written, source);
    const program = process.env.TYPST ?? 'typst';
    const { status, stderr, error } = spawnSync(program, ['compile', ...fonts, written, made], {
      encoding: 'utf8',
    });
    if (status === 0) return readFileSync(made);
    console.warn(`${program} made no PDF: ${error?.message ?? stderr}`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
