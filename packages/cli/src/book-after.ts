import { loadHandbook, schemaTools } from '@octavo/core';
import { VFile } from 'vfile';
import type { SourceOptions } from './commands.generated.ts';
import type { Io } from './io.ts';
import { endWithErrors } from './report-diagnostics.ts';

/** The files of a handbook with other contents at some paths, and with new files. */
export function filesWith(
  files: readonly VFile[],
  contents: ReadonlyMap<string, string | Uint8Array>,
): readonly VFile[] {
  const fresh = new Map([...files.map(({ path, value }) => [path, value] as const), ...contents]);
  return [...fresh].map(
    ([path, value]) => new VFile({ path, value: typeof value === 'string' ? Buffer.from(value) : value }),
  );
}

/**
 * Checks the handbook as it would be after a change of its files. When it has errors, they are printed with what was
 * not done, and the command ends. `prefix` is put before the paths of messages.
 */
export async function checkAfter(
  files: readonly VFile[],
  prefix: string,
  options: Pick<SourceOptions, 'lenient'> &
    Partial<Pick<SourceOptions, 'edition'>> & { readonly 'no-color': boolean },
  io: Io,
): Promise<void> {
  const { lenient, edition } = options;
  const tools = await schemaTools(files);
  const { handbook } = loadHandbook(files, { drafts: true, lenient, edition, tools });
  const reason = 'the book would have these errors: nothing was written';
  if (!handbook) endWithErrors({ files, prefix }, options, io, reason);
}
