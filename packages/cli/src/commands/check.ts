import { crossReferences, indexHandbook } from '@octavo/core';
import type { Arguments } from '../arguments.ts';
import { readLedger } from '../build/read-ledger.ts';
import { diagnosticsOf } from '../diagnostics.ts';
import { EXIT, type ExitCode, type Failure, isFailure } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { loadFolder } from '../load.ts';
import { exitCodeOf, reportDiagnostics } from '../report-diagnostics.ts';

/** `octavo check`: every validation, no output. */
export async function check(args: Arguments, io: Io): Promise<ExitCode | Failure> {
  const loaded = await loadFolder(args, io);
  if (isFailure(loaded)) return loaded;
  await readLedger(loaded.files);
  const diagnostics = diagnosticsOf(loaded.files, loaded.prefix);
  reportDiagnostics(diagnostics, args, io);
  const code = exitCodeOf(diagnostics, args.failOn);
  if (code === EXIT.ok && loaded.handbook && args.reporter === 'pretty' && !args.quiet) {
    const { entries } = indexHandbook(loaded.handbook);
    const links = entries.flatMap((entry) => crossReferences([...entry.answer, ...entry.footnotes])).length;
    io.stderr.write(`${loaded.handbook.title}: ${entries.length} entries, ${links} cross-links, no error\n`);
  }
  return code;
}
