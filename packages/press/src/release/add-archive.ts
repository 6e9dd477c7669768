import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Tree } from '@octavo/core';
import type { Stage } from '../ports.ts';
import { zipTree } from './zip-tree.ts';

/**
 * Adds the release as one zip to its own folder, with a file for `sha256sum --check` beside it. The zip
 * contains every file of SHA256SUMS and that list itself, so no list inside it can name it.
 */
export async function addArchive(
  stage: Stage,
  /** From the top of the folder, without the file name ending. */
  path: string,
  files: Tree,
  date: string,
): Promise<void> {
  const name = basename(path);
  const hash = createHash('sha256');
  const read = async (path: string): Promise<Uint8Array> => {
    const bytes = await files.read(path);
    if (!bytes) throw new Error(`${path} is not on the stage`);
    return bytes;
  };
  async function* hashed(): AsyncIterable<Uint8Array> {
    for await (const chunk of zipTree(name, files.paths, read, date)) {
      hash.update(chunk);
      yield chunk;
    }
  }
  await stage.write(`${path}.zip`, hashed());
  await stage.write(`${path}.zip.sha256`, new TextEncoder().encode(`${hash.digest('hex')}  ${name}.zip\n`));
}
