import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { counted, normalBytes } from '@octavo/core';
import { EXIT, type Failure, failure } from '../exit-code.ts';
import { namesIn } from './names-in.ts';

/** A file to write: text as UTF-8, or bytes. */
export interface NewFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What an import wrote, kept in its folder: by it the next import knows which files were edited since. */
interface Record {
  readonly source: string;
  readonly files: { readonly [path: string]: string };
}

const RECORD = '.octavo/import.json';

/**
 * Writes an import into its folder: a new or empty one, or one that an earlier import of the same source
 * made. Files that were edited since are never overwritten: nothing is written then, and the failure names them.
 */
export async function writeImport(
  folder: string,
  shown: string,
  source: string,
  files: readonly NewFile[],
): Promise<Failure | undefined> {
  const names = await namesIn(folder);
  if (names === 'file') return failure(EXIT.usage, `"${shown}" is a file`, 'Choose a folder with --out.');
  const record = await readRecord(folder);
  if (!record && names.some((name) => name !== '.git'))
    return failure(
      EXIT.usage,
      `"${shown}" is not empty and holds no import`,
      'Choose a new folder with --out.',
    );
  if (record && record.source !== source)
    return failure(
      EXIT.usage,
      `"${shown}" holds an import of "${record.source}"`,
      'Choose another folder with --out.',
    );
  const edited = await editedFiles(folder, record, files);
  if (edited.length > 0)
    return failure(
      EXIT.usage,
      `${counted(edited.length, 'file')} in "${shown}" ${edited.length === 1 ? 'was' : 'were'} edited since the import: ${edited.slice(0, 5).join(', ')}${edited.length > 5 ? ', …' : ''}`,
      'Nothing was written. Import into another folder with --out and compare, or remove those files first.',
    );
  const next: { [path: string]: string } = {};
  for (const { path, content } of files) {
    next[path] = hashOf(content);
    const full = join(folder, ...path.split('/'));
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, content);
  }
  for (const path of Object.keys(record?.files ?? {})) {
    if (next[path] !== undefined) continue;
    const full = join(folder, ...path.split('/'));
    await rm(full, { force: true });
    // A chapter that is gone leaves no empty folder.
    await rmdir(dirname(full)).catch(() => {});
  }
  await mkdir(join(folder, '.octavo'), { recursive: true });
  await writeFile(join(folder, RECORD), `${JSON.stringify({ source, files: next }, null, 2)}\n`);
  return undefined;
}

async function readRecord(folder: string): Promise<Record | undefined> {
  try {
    const value = JSON.parse(await readFile(join(folder, RECORD), 'utf8')) as Partial<Record>;
    return typeof value.source === 'string' && typeof value.files === 'object' && value.files !== null
      ? { source: value.source, files: value.files }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Files on the disk that are neither as the last import left them nor as this one would. */
async function editedFiles(
  folder: string,
  record: Record | undefined,
  files: readonly NewFile[],
): Promise<readonly string[]> {
  const wanted = new Map(files.map(({ path, content }) => [path, hashOf(content)]));
  const edited: string[] = [];
  for (const path of new Set([...wanted.keys(), ...Object.keys(record?.files ?? {})])) {
    const full = join(folder, ...path.split('/'));
    if (!existsSync(full)) continue;
    const present = hashOf(normalBytes(await readFile(full)));
    if (present !== record?.files[path] && present !== wanted.get(path)) edited.push(path);
  }
  return edited.sort();
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
