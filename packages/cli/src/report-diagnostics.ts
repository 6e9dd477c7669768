import type { ReportingOptions } from './commands.generated.ts';
import { type Diagnostic, diagnosticsOf } from './diagnostics.ts';
import { EXIT, type ExitCode, fail } from './exit-code.ts';
import type { Io } from './io.ts';
import type { LoadedFolder } from './load.ts';
import { github } from './reporters/github.ts';
import { json } from './reporters/json.ts';
import { pretty } from './reporters/pretty.ts';
import { sarif } from './reporters/sarif.ts';

/** Prints the messages as requested: `pretty` on stderr, and what programs read on stdout. */
export function reportDiagnostics(all: readonly Diagnostic[], choices: ReportingOptions, io: Io): void {
  const diagnostics = choices.quiet ? all.filter((item) => item.severity === 'error') : all;
  switch (choices.reporter) {
    case 'pretty':
      io.stderr.write(
        pretty(diagnostics, {
          color: useColor(choices, io),
          excerpts: io.stderr.isTTY || Boolean(io.env.FORCE_COLOR),
        }),
      );
      return;
    case 'json':
      io.stdout.write(json(diagnostics));
      return;
    case 'sarif':
      io.stdout.write(sarif(diagnostics));
      return;
    case 'github':
      io.stdout.write(github(diagnostics));
  }
}

/** Prints the errors in files for a command that needs them without any, says what was not done, and ends the command. */
export function endWithErrors(
  { files, prefix }: Pick<LoadedFolder, 'files' | 'prefix'>,
  options: Pick<ReportingOptions, 'no-color'>,
  io: Io,
  reason?: string,
): never {
  const color = options['no-color'];
  const choices = { reporter: 'pretty', 'fail-on': 'error', quiet: true, 'no-color': color } as const;
  reportDiagnostics(diagnosticsOf(files, prefix), choices, io);
  if (reason !== undefined) io.stderr.write(`${reason}\n`);
  fail(EXIT.content);
}

/** Returns the exit code that follows from the messages alone. */
export function exitCodeOf(
  diagnostics: readonly Diagnostic[],
  failOn: ReportingOptions['fail-on'],
): ExitCode {
  if (diagnostics.some((item) => item.severity === 'error')) return EXIT.content;
  if (failOn === 'warning' && diagnostics.some((item) => item.severity === 'warning')) return EXIT.warnings;
  return EXIT.ok;
}

/** Says whether to use colors: on a terminal, unless the flag or NO_COLOR (no-color.org) refuses them. */
export function useColor(choices: Pick<ReportingOptions, 'no-color'>, io: Io): boolean {
  if (choices['no-color'] || io.env.NO_COLOR) return false;
  return io.stderr.isTTY || Boolean(io.env.FORCE_COLOR);
}
