import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Writes a file so that it is there whole or as it was: beside it, flushed, then renamed over it. Makes its folder. */
export async function writeAtomic(path: string, content: Uint8Array | string): Promise<void> {
  await makeFolder(dirname(path));
  const beside = `${path}.next`;
  try {
    // By descriptor: the file handles of Yarn's Plug'n'Play cannot flush.
    const file = openSync(beside, 'w');
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
