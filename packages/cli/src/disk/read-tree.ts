import { readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EXIT, type Failure, failure } from '../exit-code.ts';
import { filesUnder } from './files-under.ts';

/** A folder's files by path from its top, with forward slashes; bytes are read when they are asked for. */
export interface Tree {
  readonly paths: readonly string[];
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

/** Lists a folder's files, sorted. A link as the folder itself (`latest`) is followed; links inside it are not. */
export async function readTree(folder: string, cwd: string): Promise<Tree | Failure> {
  const given = resolve(cwd, folder);
  const root = await realpath(given).catch(() => undefined);
  if (root === undefined) return failure(EXIT.usage, `there is no folder "${folder}"`);
  if (!(await stat(root)).isDirectory())
    return failure(EXIT.usage, `"${folder}" is a file`, 'Give the folder that it is in.');
  const paths = filesUnder(root);
  const known = new Set(paths);
  return {
    paths,
    read: async (path) =>
      known.has(path) ? new Uint8Array(await readFile(join(root, ...path.split('/')))) : undefined,
  };
}
