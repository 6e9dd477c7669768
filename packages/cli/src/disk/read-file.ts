import { readdirSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { normalBytes } from '@octavo/core/read';
import type { VFile } from 'vfile';
import { EXIT, Failure, fail, outcomeOf } from '../exit-code.ts';
import { readHandbook } from './read-handbook.ts';

/** The text of a file that the command line names. */
export async function readNamedFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    fail(EXIT.usage, `"${path}" cannot be read`, 'Check the path and who may read it.');
  }
}

/** What was found at a path. */
export type TextFile =
  | { readonly kind: 'absent' }
  | { readonly kind: 'large' }
  /** The files of a handbook's folder. */
  | { readonly kind: 'folder'; readonly files: readonly VFile[] }
  | { readonly kind: 'text'; readonly text: string };

/** Reads the file or the handbook at a path, up to a number of bytes. */
export async function readText(path: string, mostBytes: number): Promise<TextFile> {
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory()) {
    const files = await outcomeOf(readHandbook(path));
    return files instanceof Failure ? { kind: 'absent' } : { kind: 'folder', files };
  }
  if (!stats?.isFile()) return { kind: 'absent' };
  if (stats.size > mostBytes) return { kind: 'large' };
  return { kind: 'text', text: Buffer.from(normalBytes(await readFile(path))).toString() };
}

/**
 * Returns the names in a folder, sorted; none when the folder does not exist, and `file` when the path is not
 * a folder.
 */
export async function namesIn(folder: string): Promise<readonly string[] | 'file'> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') return 'file';
    throw error;
  }
}

/**
 * Lists every file below a folder, by path from it with forward slashes, sorted; links are not followed. It
 * walks from folder to folder itself: in a package that is a zip (Yarn Plug'n'Play), Node's recursive listing
 * does not say which folder a file is in.
 */
export function filesUnder(folder: string): readonly string[] {
  return filesIn(folder, '').sort();
}

function filesIn(folder: string, prefix: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = `${prefix}${item.name}`;
    if (item.isDirectory()) return filesIn(join(folder, item.name), `${path}/`);
    return item.isFile() ? [path] : [];
  });
}
