import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of our own that goes when it is closed. */
export interface ScratchFolder {
  readonly path: string;
  /** The bytes of a file in it, `path` with forward slashes; undefined when there is none. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  readonly close: () => Promise<void>;
}

/** Makes a new folder among the system's temporary files. */
export async function scratchFolder(name: string): Promise<ScratchFolder> {
  const path = await mkdtemp(join(tmpdir(), `${name}-`));
  return {
    path,
    read: (file) => readFile(join(path, ...file.split('/'))).catch(() => undefined),
    close: () => rm(path, { recursive: true, force: true }),
  };
}
