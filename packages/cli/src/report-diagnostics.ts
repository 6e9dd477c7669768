import type { Reporting } from './command-line/reporting.ts';
import type { Diagnostic } from './diagnostics.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { pretty } from './reporters/pretty.ts';
import { VERSION } from './version.ts';

/** Prints the messages as requested: `pretty` on stderr, and what programs read on stdout. */
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

/** Returns the exit code that follows from the messages alone. */
export function exitCodeOf(diagnostics: readonly Diagnostic[], failOn: Reporting['fail-on']): ExitCode {
  if (diagnostics.some((item) => item.severity === 'error')) return EXIT.content;
  if (failOn === 'warning' && diagnostics.some((item) => item.severity === 'warning')) return EXIT.warnings;
  return EXIT.ok;
}

/** Says whether to use colors: on a terminal, unless the flag or NO_COLOR (no-color.org) refuses them. */
export function useColor(choices: Pick<Reporting, 'no-color'>, io: Io): boolean {
  if (choices['no-color'] || io.env.NO_COLOR) return false;
  return io.stderr.isTTY || Boolean(io.env.FORCE_COLOR);
}

/** Formats messages as workflow commands, which GitHub shows on the lines of a pull request. */
function github(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ severity, path, line, column, rule, reason, note }) => {
      const command = severity === 'info' ? 'notice' : severity;
      const properties = `file=${property(path)},line=${line},col=${column},title=${property(rule)}`;
      return `::${command} ${properties}::${data(note === undefined ? reason : `${reason}. ${note}`)}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Formats the messages as one JSON array, with an object for each. */
function json(diagnostics: readonly Diagnostic[]): string {
  const rows = diagnostics.map(({ excerpt: _excerpt, ...row }) => row);
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** Formats the messages as a SARIF 2.1.0 log, for code scanning. */
function sarif(diagnostics: readonly Diagnostic[]): string {
  const rules = [...new Map(diagnostics.map((item) => [item.rule, item.url])).entries()].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'octavo',
            version: VERSION,
            rules: rules.map(([id, url]) => ({ id, ...(url ? { helpUri: url } : {}) })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((item) => ({
          ruleId: item.rule,
          level: item.severity === 'info' ? 'note' : item.severity,
          message: { text: item.note === undefined ? item.reason : `${item.reason}. ${item.note}` },
          locations: [
            { physicalLocation: { artifactLocation: { uri: encodeURI(item.path) }, region: region(item) } },
          ],
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function region(item: Diagnostic): Record<string, number> {
  const { line, column, endLine, endColumn } = item;
  return {
    startLine: line,
    startColumn: column,
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}
