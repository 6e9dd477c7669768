import { readFile, stat } from 'node:fs/promises';
import { normalBytes } from '@octavo/core';
import type { VFile } from 'vfile';
import { isFailure } from '../exit-code.ts';
import { readHandbook } from './read-handbook.ts';

/** What was found at a path. */
export type Found =
  | { readonly kind: 'absent' }
  | { readonly kind: 'large' }
  /** A handbook's folder, read. */
  | { readonly kind: 'folder'; readonly files: readonly VFile[] }
  | { readonly kind: 'text'; readonly text: string };

/** Reads the file or the handbook at a path, up to so many bytes. */
export async function readText(path: string, mostBytes: number): Promise<Found> {
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory()) {
    const files = await readHandbook(path);
    return isFailure(files) ? { kind: 'absent' } : { kind: 'folder', files };
  }
  if (!stats?.isFile()) return { kind: 'absent' };
  if (stats.size > mostBytes) return { kind: 'large' };
  return { kind: 'text', text: Buffer.from(normalBytes(await readFile(path))).toString() };
}
