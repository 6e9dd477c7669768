import { resolve } from 'node:path';
import type { Call } from '../../command-line/command.ts';
import type { LedgerOptions } from '../../commands.generated.ts';
import { findHandbook } from '../../disk/find-handbook.ts';
import { takeLock } from '../../disk/lock.ts';
import { handbookFolder } from '../../disk/read-handbook.ts';
import { type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { mergeBranches } from './merge-branches.ts';
import { recoverFrom } from './recover-from.ts';

/** `octavo ledger`: mends a ledger that two branches wrote to, or that was lost. */
export async function ledger(
  { positionals: [action, ...from], options }: Call<LedgerOptions>,
  io: Io,
): Promise<ExitCode> {
  const root = await handbookFolder(resolve(io.cwd, findHandbook(options.handbook ?? '.', io.cwd)));
  const folders = from.filter((folder) => folder !== '');
  if (action === 'merge' && folders.length > 0)
    misuse('"octavo ledger merge" takes no folders', 'Name the handbook with --handbook.');
  const lock = await takeLock(resolve(root, '.octavo', 'ledger'));
  try {
    return action === 'merge'
      ? await mergeBranches(root, options, io)
      : await recoverFrom(folders, root, options, io);
  } finally {
    await lock.release();
  }
}
