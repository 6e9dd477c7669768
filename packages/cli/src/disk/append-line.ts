import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EXIT, type Failure, failure } from '../exit-code.ts';

/**
 * Appends a line to a file that holds `before` (empty: it need not exist), by one rename, so that a
 * kill leaves the file without the line or with all of it. Refuses when the file holds something else.
 */
export async function appendLine(
  path: string,
  line: string,
  before: Uint8Array,
): Promise<Failure | undefined> {
  await mkdir(dirname(path), { recursive: true });
  const now = await readFile(path).catch(() => Buffer.alloc(0));
  if (!now.equals(before))
    return failure(EXIT.disk, `"${path}" was changed meanwhile`, 'Run the command again.');
  const end = before.length === 0 || before.at(-1) === 0x0a ? '' : '\n';
  const next = `${path}.next`;
  try {
    await writeFile(next, Buffer.concat([before, Buffer.from(`${end}${line}\n`)]));
    await rename(next, path);
  } catch (error) {
    await rm(next, { force: true }).catch(() => {});
    throw error;
  }
  return undefined;
}
