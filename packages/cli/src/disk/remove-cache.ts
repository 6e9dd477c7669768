import { existsSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Removes the folder of a cache, and the `.octavo` around it when nothing else is in it. Says whether there was one. */
export async function removeCache(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  await rm(folder, { recursive: true, force: true });
  await rmdir(dirname(folder)).catch(() => {});
  return true;
}
