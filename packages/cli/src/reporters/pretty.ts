import { styleText } from 'node:util';
import { counted, groupBy } from '@octavo/core';
import type { Diagnostic } from '../diagnostics.ts';

/** A message that is printed, and those of its kind that are only counted. */
interface Folded {
  readonly first: Diagnostic;
  readonly others: readonly Diagnostic[];
}

/** Up to this many messages of one kind are printed each, because a person fixes them one by one. */
const EACH = 5;

/** Folds messages of one kind (the same rule saying the same about other entries) when there are many. */
function folded(diagnostics: readonly Diagnostic[]): readonly Folded[] {
  const kinds = groupBy(diagnostics, kindOf);
  return diagnostics.flatMap((item) => {
    const [first, ...others] = kinds.get(kindOf(item)) ?? [];
    if (others.length < EACH) return [{ first: item, others: [] }];
    return first === item ? [{ first, others }] : [];
  });
}

/** Text that the source quotes is for a person to read; numbers and places are not. */
const PARTS = /("[^"]*"|`[^`]*`)|\S*\d\S*/g;

/** Returns a key that is the same for all messages of one kind. */
function kindOf({ severity, rule, reason, note }: Diagnostic): string {
  const words = `${reason} ${note ?? ''}`.replace(PARTS, (_all, quoted?: string) => quoted ?? '…');
  return [severity, rule, words.replace(/…(?:[ ,]+…)*/g, '…')].join('\n');
}

export interface PrettyOptions {
  readonly color: boolean;
  /** On a terminal the source line is shown with a caret. */
  readonly excerpts: boolean;
}

/**
 * Formats a line for each message, `path:line:column  severity  rule  reason`, with the source line and the
 * remedy below it. Many messages of one kind are one line with their count and the first places; the other
 * reporters list each.
 */
export function pretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    options.color ? styleText(style, text, { validateStream: false }) : text;
  const lines = folded(diagnostics).flatMap(({ first: item, others }) => {
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
      ...(others.length > 0 ? [`    ${paint('dim', alsoAt(others))}`] : []),
    ];
  });
  const errors = count(diagnostics, 'error');
  const warnings = count(diagnostics, 'warning');
  const summary = [
    errors > 0 ? counted(errors, 'error') : '',
    warnings > 0 ? counted(warnings, 'warning') : '',
  ]
    .filter(Boolean)
    .join(', ');
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

const PLACES = 4;

/** Says where else and how often: `and 118 more like it: a.md:1:1, b.md:1:1, …`. */
function alsoAt(others: Folded['others']): string {
  const places = others.slice(0, PLACES).map(({ path, line, column }) => `${path}:${line}:${column}`);
  return `and ${others.length} more like it: ${places.join(', ')}${others.length > PLACES ? ', …' : ''}`;
}
