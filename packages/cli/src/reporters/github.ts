import type { Diagnostic } from '../diagnostics.ts';

/** Formats messages as workflow commands, which GitHub shows on the lines of a pull request. */
export function github(diagnostics: readonly Diagnostic[]): string {
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
