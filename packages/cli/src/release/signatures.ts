import type { Tree } from '@octavo/core';
import { minisign } from './signature/minisign.ts';
import type { SecretKey } from './signature/secret-key.ts';

/** Signs files, each in `<name>.minisig`. Returns the path and content of every signature. */
export async function signatures(
  files: Tree,
  key: SecretKey,
  date: string,
): Promise<readonly (readonly [path: string, content: Uint8Array])[]> {
  const made: (readonly [string, Uint8Array])[] = [];
  for (const path of files.paths) {
    const content = await files.read(path);
    if (!content) throw new Error(`${path} is not there to be signed`);
    made.push([`${path}.minisig`, new TextEncoder().encode(minisign(content, path, key, date))]);
  }
  return made;
}
