import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asPrinted, bookPath, type Handbook } from '@octavo/core';
import { compileBook } from '../contract/compile-book.ts';
import { FIELD_BOOKS } from '../contract/field-books.ts';
import { type Book, loadBook } from '../contract/load-book.ts';

/** The handbooks that foreign tools look at. */
export const FOLDERS: Readonly<Record<string, string>> = {
  'kitchen-sink': 'tests/fixtures/kitchen-sink',
  'coremodels-faq': 'content/coremodels-faq',
  'octavo-handbook': 'content/octavo-handbook',
  gradients: 'tests/fixtures/gradients',
  wild: 'tests/fixtures/wild',
  numbered: 'tests/fixtures/numbered',
  scripts: 'tests/fixtures/scripts',
  clauses: 'tests/fixtures/clauses',
  statute: 'tests/fixtures/numbers/statute/first',
  regulation: 'tests/fixtures/numbers/regulation/first',
  ...FIELD_BOOKS,
};

/** A file in a folder of its own. */
export interface WrittenPdf {
  readonly path: string;
  readonly remove: () => void;
}
/** A finished PDF on disk. */
export interface MadePdf extends WrittenPdf {
  readonly handbook: Handbook;
}

/** Compiles a handbook or the one in a folder, with other PDF settings than its own where some are given. */
export async function madePdf(
  source: string | Book,
  settings: Partial<Handbook['settings']['pdf']> = {},
): Promise<MadePdf> {
  const book = typeof source === 'string' ? await loadBook(source) : source;
  const { handbook } = book;
  const changed = {
    ...handbook,
    settings: { ...handbook.settings, pdf: { ...handbook.settings.pdf, ...settings } },
  };
  const { files, compiled } = await compileBook('pdf', { ...book, handbook: changed });
  const bytes = files.get(bookPath(handbook, `${handbook.id}.pdf`));
  if (!bytes) throw new Error(compiled.messages.map(String).join('\n'));
  return { handbook: asPrinted(changed), ...writtenPdf(bytes) };
}

/** Writes a PDF to where foreign programs can read it. */
export function writtenPdf(bytes: Uint8Array): WrittenPdf {
  const place = mkdtempSync(join(tmpdir(), 'octavo-pdf-'));
  const path = join(place, 'book.pdf');
  writeFileSync(path, bytes);
  return { path, remove: () => rmSync(place, { recursive: true, force: true }) };
}

/** Whether a program runs; says so aloud when it does not, and fails where everything must run. */
export function runs(program: string, argument: string, what: string): boolean {
  if (!spawnSync(program, [argument]).error) return true;
  const words = `${program} was not found: ${what} is not tested`;
  if (process.env.OCTAVO_REQUIRE_ALL === '1') throw new Error(words);
  console.warn(words);
  return false;
}

/** Runs a program to its end and gives what it printed, complaints included. */
export function output(
  program: string,
  args: readonly string[],
): { text: string; complaints: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1e9 });
  return { text: stdout, complaints: stderr, status };
}
