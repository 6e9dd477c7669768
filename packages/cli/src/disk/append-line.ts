import { readFile } from 'node:fs/promises';
import { normalBytes } from '@octavo/core';
import { EXIT, type Failure, failure } from '../exit-code.ts';
import { writeAtomic } from './write-atomic.ts';

/**
 * Appends a line to a file that holds `before` (empty: it need not exist), in one step, so that a kill
 * leaves the file without the line or with all of it. Refuses when the file holds something else; how git
 * spells its line ends on this machine does not count.
 */
export async function appendLine(
  path: string,
  line: string,
  before: Uint8Array,
): Promise<Failure | undefined> {
  const now = normalBytes(await readFile(path).catch(() => Buffer.alloc(0)));
  if (Buffer.compare(now, before) !== 0)
    return failure(EXIT.disk, `"${path}" was changed meanwhile`, 'Run the command again.');
  const end = before.length === 0 || before.at(-1) === 0x0a ? '' : '\n';
  await writeAtomic(path, Buffer.concat([before, Buffer.from(`${end}${line}\n`)]));
  return undefined;
}
