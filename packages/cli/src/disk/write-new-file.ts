import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EXIT, type Failure, failure } from '../exit-code.ts';

/** Writes a file that is not there yet; refuses to touch one that is. */
export async function writeNewFile(path: string, content: string | Uint8Array): Promise<Failure | undefined> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, content, { flag: 'wx' });
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return failure(EXIT.usage, `"${path}" exists already`, 'Nothing was written.');
  }
}
