import type { History } from '@octavo/press/history';
import type { BuildOptions } from '../../commands.generated.ts';
import type { Io } from '../../io.ts';
import { type LoadedFolder, loadFolder } from '../../load.ts';
import { toldHistory } from '../../release/told-history.ts';

/** The history as it is told: what an edition leaves out is known beside the whole book, which only a book with releases needs. */
export async function historyFor(
  loaded: LoadedFolder,
  past: History | undefined,
  { cache, shared }: Pick<NonNullable<Parameters<typeof loadFolder>[3]>, 'cache' | 'shared'>,
  path: string,
  options: BuildOptions,
  io: Io,
): Promise<History | undefined> {
  if (options.edition === undefined || !past || past.ledger.length === 0) return past;
  const whole = await loadFolder(path, { ...options, edition: undefined }, io, { cache, shared });
  return toldHistory(loaded, whole.handbook);
}
