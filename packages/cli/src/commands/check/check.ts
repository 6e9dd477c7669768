import { counted, crossReferences, indexHandbook } from '@octavo/core';
import { cacheOf } from '../../cache/handbook-cache.ts';
import type { Call } from '../../command-line/command.ts';
import { diagnosticsOf } from '../../diagnostics.ts';
import { EXIT, type ExitCode, type Failure, isFailure } from '../../exit-code.ts';
import { readHistory } from '../../history/history.ts';
import type { Io } from '../../io.ts';
import { loadLegacy } from '../../legacy/load-legacy.ts';
import { loadFolder } from '../../load.ts';
import { exitCodeOf, reportDiagnostics } from '../../report-diagnostics.ts';
import type { CheckOptions } from './command.ts';

/** `octavo check`: every validation, no output. */
export async function check(
  { positionals: [path = '.'], options }: Call<CheckOptions>,
  io: Io,
): Promise<ExitCode | Failure> {
  const cache = cacheOf(path, options, io.cwd);
  const loaded = (await loadLegacy(path, options, io)) ?? (await loadFolder(path, options, io, { cache }));
  cache?.save();
  if (isFailure(loaded)) return loaded;
  await readHistory(loaded.files);
  const diagnostics = diagnosticsOf(loaded.files, loaded.prefix);
  reportDiagnostics(diagnostics, options, io);
  const code = exitCodeOf(diagnostics, options['fail-on']);
  if (code === EXIT.ok && loaded.handbook && options.reporter === 'pretty' && !options.quiet) {
    const { entries } = indexHandbook(loaded.handbook);
    const links = entries.flatMap((entry) => crossReferences([...entry.answer, ...entry.footnotes])).length;
    io.stderr.write(
      `${loaded.handbook.title}: ${counted(entries.length, 'entry', 'entries')}, ${counted(links, 'cross-link')}, no error\n`,
    );
  }
  return code;
}
