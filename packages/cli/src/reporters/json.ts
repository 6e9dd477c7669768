import type { Diagnostic } from '../diagnostics.ts';

/** The messages as one JSON array, an object each. */
export function json(diagnostics: readonly Diagnostic[]): string {
  const rows = diagnostics.map(({ excerpt: _excerpt, ...row }) => row);
  return `${JSON.stringify(rows, null, 2)}\n`;
}
