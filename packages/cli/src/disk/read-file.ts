import { readFile } from 'node:fs/promises';
import { EXIT, type Failure, failure } from '../exit-code.ts';

/** The text of a file that the command line names. */
export async function readNamedFile(path: string): Promise<string | Failure> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return failure(EXIT.usage, `"${path}" cannot be read`, 'Check the path and who may read it.');
  }
}
