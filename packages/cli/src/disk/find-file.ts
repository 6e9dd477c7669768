import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes of a file, `path` with forward slashes, from the first of the folders where they have this SHA-256. */
export async function findFile(
  path: string,
  sha256: string,
  folders: readonly string[],
): Promise<Uint8Array | undefined> {
  for (const folder of folders) {
    const bytes = await readFile(join(folder, ...path.split('/'))).catch(() => undefined);
    if (bytes && createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  }
  return undefined;
}
