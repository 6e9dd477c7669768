import { resolve } from 'node:path';
import { cacheFolder } from '../../cache/handbook-cache.ts';
import type { Call } from '../../command-line/command.ts';
import { removeCache } from '../../disk/packs.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Io } from '../../io.ts';

/** `octavo clean`: removes the cache of a handbook, so that the next build starts from nothing. */
export async function clean(
  { positionals: [path = '.'] }: Call<Record<never, never>>,
  io: Io,
): Promise<ExitCode> {
  const removed = await removeCache(cacheFolder(resolve(io.cwd, path)));
  io.stderr.write(removed ? 'the cache is removed\n' : 'there is no cache\n');
  return EXIT.ok;
}
