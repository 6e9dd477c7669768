import { dirname, resolve } from 'node:path';
import { counted } from '@octavo/core';
import { cacheFolder } from '../../cache/handbook-cache.ts';
import type { Call } from '../../command-line/command.ts';
import { idOf } from '../../disk/find-handbook.ts';
import { defaultOutput } from '../../disk/output-folder.ts';
import { removeCache } from '../../disk/packs.ts';
import { removeRuns } from '../../disk/run-file.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Io } from '../../io.ts';

/**
 * `octavo clean`: removes the cache of a handbook and the reports of its previews and redlines, so that the next build
 * starts from nothing.
 */
export async function clean(
  { positionals: [path = '.'] }: Call<Record<never, never>>,
  io: Io,
): Promise<ExitCode> {
  const root = resolve(io.cwd, path);
  const removed = await removeCache(cacheFolder(root));
  const id = idOf(root);
  const runs = id === undefined ? 0 : await removeRuns(dirname(defaultOutput(root, io.cwd, id)));
  io.stderr.write(removed ? 'the cache is removed\n' : 'there is no cache\n');
  if (runs > 0) io.stderr.write(`removed: ${counted(runs, 'run report')}\n`);
  return EXIT.ok;
}
