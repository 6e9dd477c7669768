import { crossReferences, indexHandbook } from '@octavo/core';
import { cacheOf } from '../../cache/handbook-cache.ts';
import type { Call } from '../../command-line/command.ts';
import { diagnosticsOf } from '../../diagnostics.ts';
import { EXIT, type ExitCode, type Failure, isFailure } from '../../exit-code.ts';
import { readHistory } from '../../history/history.ts';
import type { Io } from '../../io.ts';
import { loadLegacy } from '../../legacy/load-legacy.ts';
import { loadFolder } from '../../load.ts';
import { checkHistory, checkNextRelease } from '../../release/check-history.ts';
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
  const { handbook, files, prefix } = loaded;
  const history = await readHistory(files);
  const found =
    handbook && history
      ? [...checkHistory(handbook, history, files), ...checkNextRelease(handbook, history, files)]
      : [];
  const diagnostics = diagnosticsOf(files, prefix, found);
  reportDiagnostics(diagnostics, options, io);
  const code = exitCodeOf(diagnostics, options['fail-on']);
  if (code === EXIT.ok && handbook && options.reporter === 'pretty' && !options.quiet) {
    const { entries } = indexHandbook(handbook);
    const links = entries.flatMap((entry) => crossReferences([...entry.answer, ...entry.footnotes])).length;
    io.stderr.write(`${handbook.title}: ${entries.length} entries, ${links} cross-links, no error\n`);
  }
  return code;
}
