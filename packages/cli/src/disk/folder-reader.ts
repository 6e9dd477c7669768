import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads files of a folder when they are asked for, by path with forward slashes. */
export interface FolderReader {
  readonly paths: readonly string[];
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

/** A reader of a folder's files of the given paths. */
export function folderReader(folder: string, paths: readonly string[]): FolderReader {
  return {
    paths,
    async read(path) {
      const bytes = await readFile(join(folder, ...path.split('/'))).catch(() => undefined);
      // Plain bytes: pdf.js refuses a Buffer.
      return bytes && new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
  };
}
