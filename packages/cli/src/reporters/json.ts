import type { Diagnostic } from '../diagnostics.ts';

/** Formats the messages as one JSON array, with an object for each. */
export function json(diagnostics: readonly Diagnostic[]): string {
  const rows = diagnostics.map(({ excerpt: _excerpt, ...row }) => row);
  return `${JSON.stringify(rows, null, 2)}\n`;
}
