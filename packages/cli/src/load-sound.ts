import type { Handbook } from '@octavo/core';
import type { Approvals } from '@octavo/core/ledger';
import { cacheOf, type HandbookCache } from './cache/handbook-cache.ts';
import type { ReportingOptions } from './commands.generated.ts';
import type { Io } from './io.ts';
import { type LoadedFolder, type LoadOptions, loadFolder } from './load.ts';
import { endWithErrors } from './report-diagnostics.ts';

/** A handbook without error. */
export interface SoundFolder extends LoadedFolder {
  readonly handbook: Handbook;
  readonly approvals: Approvals;
}

/**
 * Reads the handbook at a path for a command that needs it without errors. When it has errors, they are
 * printed and the command ends; warnings are left to `check`.
 */
export async function loadSound(
  path: string,
  options: LoadOptions & Pick<ReportingOptions, 'no-color'>,
  io: Io,
  cache?: HandbookCache,
): Promise<SoundFolder> {
  const loaded = await loadFolder(path, options, io, { cache });
  const { handbook } = loaded;
  return handbook ? { ...loaded, handbook } : endWithErrors(loaded, options, io);
}

/**
 * The same for a command that only tells what is in a handbook: it uses what earlier runs left, and adds nothing.
 */
export function loadToTell(...[path, options, io]: Parameters<typeof loadSound>): Promise<SoundFolder> {
  const kept = cacheOf(path, { 'no-cache': false }, io.cwd);
  return loadSound(path, options, io, kept && { ...kept, source: { ...kept.source, put: () => {} } });
}
