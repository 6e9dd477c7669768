import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Writes a file so that it is there whole or as it was: beside it, flushed, then renamed over it. Makes its folder. */
export async function writeAtomic(path: string, content: Uint8Array | string): Promise<void> {
  await makeFolder(dirname(path));
  const beside = `${path}.next`;
  try {
    const handle = await open(beside, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
