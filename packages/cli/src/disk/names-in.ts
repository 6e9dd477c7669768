import { readdir } from 'node:fs/promises';

/** The names in a folder, sorted; none when it is not there, `file` when it is no folder. */
export async function namesIn(folder: string): Promise<readonly string[] | 'file'> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') return 'file';
    throw error;
  }
}
