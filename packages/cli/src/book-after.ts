import { type Handbook, loadHandbook, schemaTools } from '@octavo/core';
import { VFile } from 'vfile';
import type { SourceOptions } from './commands.generated.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { reportDiagnostics } from './report-diagnostics.ts';

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
 * The handbook as it would be after a change of its files. When it has errors, they are printed with what was not
 * done, and the exit code is returned. `prefix` is put before the paths of messages.
 */
export async function bookAfter(
  files: readonly VFile[],
  prefix: string,
  options: Pick<SourceOptions, 'lenient'> & { readonly 'no-color': boolean },
  io: Io,
): Promise<Handbook | ExitCode> {
  const { lenient, 'no-color': plain } = options;
  const { handbook } = loadHandbook(files, { drafts: true, lenient, tools: await schemaTools(files) });
  if (handbook) return handbook;
  const reporting = { 'no-color': plain, reporter: 'pretty', 'fail-on': 'error', quiet: true } as const;
  reportDiagnostics(diagnosticsOf(files, prefix), reporting, io);
  io.stderr.write('the book would have these errors: nothing was written\n');
  return EXIT.content;
}
