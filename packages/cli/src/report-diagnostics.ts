import type { Reporting } from './command-line/reporting.ts';
import type { Diagnostic } from './diagnostics.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { github } from './reporters/github.ts';
import { json } from './reporters/json.ts';
import { pretty } from './reporters/pretty.ts';
import { sarif } from './reporters/sarif.ts';

/** Prints the messages as asked: `pretty` on stderr, what a program reads on stdout. */
export function reportDiagnostics(all: readonly Diagnostic[], choices: Reporting, io: Io): void {
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

/** The exit code that messages alone ask for. */
export function exitCodeOf(diagnostics: readonly Diagnostic[], failOn: Reporting['fail-on']): ExitCode {
  if (diagnostics.some((item) => item.severity === 'error')) return EXIT.content;
  if (failOn === 'warning' && diagnostics.some((item) => item.severity === 'warning')) return EXIT.warnings;
  return EXIT.ok;
}

/** Colour on a terminal, unless refused by the flag or by NO_COLOR (no-color.org). */
export function useColor(choices: Pick<Reporting, 'no-color'>, io: Io): boolean {
  if (choices['no-color'] || io.env.NO_COLOR) return false;
  return io.stderr.isTTY || Boolean(io.env.FORCE_COLOR);
}
