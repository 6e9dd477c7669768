import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Makes a folder and those above it; returns the topmost one that was made, or undefined when it was there. */
export async function makeFolder(path: string): Promise<string | undefined> {
  try {
    return await mkdir(path, { recursive: true });
  } catch (error) {
    // On a read-only disk Node says that the folder does not exist: asking plainly tells why.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') await mkdir(firstMissing(path));
    throw error;
  }
}

function firstMissing(path: string): string {
  let missing = resolve(path);
  while (dirname(missing) !== missing && !existsSync(dirname(missing))) missing = dirname(missing);
  return missing;
}
