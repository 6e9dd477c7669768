import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { counted } from '@octavo/core';
import { normalBytes } from '@octavo/core/read';
import { EXIT, fail } from '../exit-code.ts';
import { namesIn } from './read-file.ts';
import { writeAtomic } from './write-file.ts';

/** A file to write: text as UTF-8, or bytes. */
export interface NewFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * A record of what an import wrote, kept in its folder, by which the next import knows the files that were
 * edited since.
 */
interface Record {
  readonly source: string;
  readonly files: { readonly [path: string]: string };
}

const RECORD = '.octavo/import.json';
/** The files of an import lie here until all of them are written; the plan is written last. */
const STAGE = '.octavo/import.next';
const PLAN = '.octavo/import.plan.json';

/**
 * Writes an import into its folder, which is new, empty, or written by an earlier import of the same source.
 * Files that were edited since are never overwritten: nothing is written then, and the failure names them.
 * Files are first written beside their places and then renamed. An import that was killed while renaming is
 * finished by the next one; an import that was killed earlier leaves no trace.
 */
export async function writeImport(
  folder: string,
  shown: string,
  source: string,
  files: readonly NewFile[],
): Promise<void> {
  const names = await namesIn(folder);
  if (names === 'file') fail(EXIT.usage, `"${shown}" is a file`, 'Choose a folder with --out.');
  if (names.includes('.octavo')) await finish(folder);
  const record = await readRecord(folder, RECORD);
  const left = await namesIn(folder);
  if (!record && left !== 'file' && left.some((name) => name !== '.git'))
    fail(EXIT.usage, `"${shown}" is not empty and holds no import`, 'Choose a new folder with --out.');
  if (record && record.source !== source)
    fail(EXIT.usage, `"${shown}" holds an import of "${record.source}"`, 'Choose another folder with --out.');
  const edited = await editedFiles(folder, record, files);
  if (edited.length > 0)
    fail(
      EXIT.usage,
      `${counted(edited.length, 'file')} in "${shown}" ${edited.length === 1 ? 'was' : 'were'} edited since the import: ${edited.slice(0, 5).join(', ')}${edited.length > 5 ? ', …' : ''}`,
      'Nothing was written. Import into another folder with --out and compare, or remove those files first.',
    );
  const next: { [path: string]: string } = {};
  for (const { path, content } of files) {
    next[path] = hash('sha256', content);
    const full = join(folder, STAGE, ...path.split('/'));
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, content);
  }
  await writeAtomic(join(folder, PLAN), `${JSON.stringify({ source, files: next }, null, 2)}\n`);
  await finish(folder);
}

/**
 * Moves the files of a plan to their places, unless they are there already, and removes what only the
 * previous import had.
 */
async function finish(folder: string): Promise<void> {
  const plan = await readRecord(folder, PLAN);
  for (const path of Object.keys(plan?.files ?? {})) {
    const staged = join(folder, STAGE, ...path.split('/'));
    if (!existsSync(staged)) continue;
    const full = join(folder, ...path.split('/'));
    await mkdir(dirname(full), { recursive: true });
    await rename(staged, full);
  }
  const before = plan ? await readRecord(folder, RECORD) : undefined;
  for (const path of Object.keys(before?.files ?? {})) {
    if (plan?.files[path] !== undefined) continue;
    const full = join(folder, ...path.split('/'));
    await rm(full, { force: true });
    // A chapter that no longer exists leaves no empty folder.
    await rmdir(dirname(full)).catch(() => {});
  }
  if (plan) await rename(join(folder, PLAN), join(folder, RECORD));
  await rm(join(folder, STAGE), { recursive: true, force: true });
  await rm(join(folder, `${PLAN}.next`), { force: true });
  if (!existsSync(join(folder, RECORD))) await rmdir(join(folder, '.octavo')).catch(() => {});
}

async function readRecord(folder: string, name: string): Promise<Record | undefined> {
  try {
    const value = JSON.parse(await readFile(join(folder, name), 'utf8')) as Partial<Record>;
    return typeof value.source === 'string' && typeof value.files === 'object' && value.files !== null
      ? { source: value.source, files: value.files }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Lists the files on the disk that match neither the last import nor this one. */
async function editedFiles(
  folder: string,
  record: Record | undefined,
  files: readonly NewFile[],
): Promise<readonly string[]> {
  const wanted = new Map(files.map(({ path, content }) => [path, hash('sha256', content)]));
  const edited: string[] = [];
  for (const path of new Set([...wanted.keys(), ...Object.keys(record?.files ?? {})])) {
    const full = join(folder, ...path.split('/'));
    if (!existsSync(full)) continue;
    const present = hash('sha256', normalBytes(await readFile(full)));
    if (present !== record?.files[path] && present !== wanted.get(path)) edited.push(path);
  }
  return edited.sort();
}
