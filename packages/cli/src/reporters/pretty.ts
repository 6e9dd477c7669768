import { styleText } from 'node:util';
import type { Diagnostic } from '../diagnostics.ts';

export interface PrettyOptions {
  readonly color: boolean;
  /** On a terminal the source line is shown with a caret. */
  readonly excerpts: boolean;
}

/** A line for each message: `path:line:column  severity  rule  reason`; below it the source line, and what to do. */
export function pretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    options.color ? styleText(style, text, { validateStream: false }) : text;
  const lines = diagnostics.flatMap((item) => {
    const color = item.severity === 'error' ? 'red' : item.severity === 'warning' ? 'yellow' : 'blue';
    const head = `${paint('bold', `${item.path}:${item.line}:${item.column}`)}  ${paint(color, item.severity)}  ${paint('dim', item.rule)}  ${item.reason}`;
    const advice = [
      item.expected.length > 0 ? `expected: ${shorten(item.expected)}` : '',
      item.note ?? '',
    ].filter(Boolean);
    return [
      head,
      ...(options.excerpts ? excerpt(item, paint) : []),
      ...advice.map((text) => `    ${paint('dim', text)}`),
    ];
  });
  const errors = count(diagnostics, 'error');
  const warnings = count(diagnostics, 'warning');
  const summary = [plural(errors, 'error'), plural(warnings, 'warning')].filter(Boolean).join(', ');
  if (diagnostics.length === 0) return '';
  return `${lines.join('\n')}\n${summary === '' ? '' : `\n${paint(errors > 0 ? 'red' : 'yellow', summary)}\n`}`;
}

/** Long lines are cut to a window around the place. */
function excerpt(item: Diagnostic, paint: (style: 'dim' | 'red', text: string) => string): string[] {
  if (item.excerpt === undefined || item.excerpt.trim() === '') return [];
  const from = Math.max(0, item.column - 60);
  const shown = item.excerpt.slice(from, from + 110).replaceAll('\t', ' ');
  const at = item.column - 1 - from;
  const length =
    item.endLine === item.line && item.endColumn !== undefined ? item.endColumn - item.column : 1;
  const caret = ' '.repeat(Math.max(0, at)) + '^'.repeat(Math.max(1, Math.min(length, shown.length - at)));
  const gutter = String(item.line);
  return [
    paint('dim', `    ${gutter} | ${shown}`),
    `    ${' '.repeat(gutter.length)}   ${paint('red', caret)}`,
  ];
}

function shorten(expected: readonly string[]): string {
  const shown = expected.slice(0, 12).join(', ');
  return expected.length > 12 ? `${shown}, … (${expected.length})` : shown;
}

function count(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number {
  return diagnostics.filter((item) => item.severity === severity).length;
}

function plural(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}
