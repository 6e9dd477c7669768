import type { Handbook } from '@octavo/core';
import type { Approvals } from '@octavo/core/ledger';
import type { ReportingOptions, SourceOptions } from './commands.generated.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { EXIT, type ExitCode, type Failure, isFailure } from './exit-code.ts';
import type { Io } from './io.ts';
import { type LoadedFolder, loadFolder } from './load.ts';
import { reportDiagnostics } from './report-diagnostics.ts';

/** A handbook without error. */
export interface SoundFolder extends LoadedFolder {
  readonly handbook: Handbook;
  readonly approvals: Approvals;
}

/**
 * Reads the handbook at a path for a command that needs it without errors. When it has errors, they are
 * printed and the exit code is returned; warnings are left to `check`.
 */
export async function loadSound(
  path: string,
  options: SourceOptions & Pick<ReportingOptions, 'no-color'>,
  io: Io,
): Promise<SoundFolder | ExitCode | Failure> {
  const loaded = await loadFolder(path, options, io);
  if (isFailure(loaded)) return loaded;
  const { handbook } = loaded;
  if (handbook) return { ...loaded, handbook };
  const reporting: ReportingOptions = { ...options, reporter: 'pretty', 'fail-on': 'error', quiet: true };
  reportDiagnostics(diagnosticsOf(loaded.files, loaded.prefix), reporting, io);
  return EXIT.content;
}
