import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuiltFiles } from '@octavo/core';

/** A reader of a folder's files of the given paths; one is read when it is asked for. */
export function folderReader(folder: string, paths: readonly string[]): BuiltFiles {
  return {
    paths,
    async read(path) {
      const bytes = await readFile(join(folder, ...path.split('/'))).catch(() => undefined);
      // Plain bytes: pdf.js refuses a Buffer.
      return bytes && new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
  };
}
