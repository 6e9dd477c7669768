import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { shownPath } from './edition-files.ts';

/** One message, ready for a reporter. */
export interface Diagnostic {
  /** From the current folder, with forward slashes. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number | undefined;
  readonly endColumn: number | undefined;
  readonly severity: 'error' | 'warning' | 'info';
  readonly rule: string;
  readonly source: string;
  readonly reason: string;
  readonly actual: string | undefined;
  readonly expected: readonly string[];
  readonly note: string | undefined;
  readonly url: string | undefined;
  /** The line of the source that the message is about. */
  readonly excerpt: string | undefined;
}

/** Makes a diagnostic that is about no place in a file: an error on handbook.yaml, as far as the facts do not differ. */
export function unplaced(facts: Pick<Diagnostic, 'rule' | 'reason'> & Partial<Diagnostic>): Diagnostic {
  return {
    path: 'handbook.yaml',
    line: 1,
    column: 1,
    endLine: undefined,
    endColumn: undefined,
    severity: 'error',
    source: 'octavo',
    actual: undefined,
    expected: [],
    note: undefined,
    url: undefined,
    excerpt: undefined,
    ...facts,
  };
}

/**
 * Makes diagnostics of the messages on files and of those that a format reported, ordered by path and place.
 */
export function diagnosticsOf(
  files: readonly VFile[],
  prefix: string,
  fromFormats: readonly VFileMessage[] = [],
): readonly Diagnostic[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const own = files.flatMap((file) =>
    file.messages.map((message) => diagnostic(message, file, shownPath(file), prefix)),
  );
  const others = fromFormats.map((message) => {
    const path = message.file ?? 'handbook.yaml';
    const file = byPath.get(path);
    return diagnostic(message, file, file ? shownPath(file) : path, prefix);
  });
  return [...own, ...others].sort(
    (a, b) => compare(a.path, b.path) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  );
}

function diagnostic(
  message: VFileMessage,
  file: VFile | undefined,
  path: string,
  prefix: string,
): Diagnostic {
  const place = message.place;
  const end = place && 'end' in place ? place.end : undefined;
  return {
    path: prefix === '' ? path : `${prefix}/${path}`,
    line: message.line ?? 1,
    column: message.column ?? 1,
    endLine: end?.line,
    endColumn: end?.column,
    severity: message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info',
    rule: message.ruleId ?? 'unknown',
    source: message.source ?? 'octavo',
    reason: message.reason,
    actual: message.actual ?? undefined,
    expected: message.expected ?? [],
    note: message.note,
    url: message.url,
    excerpt: excerptOf(file, message.line),
  };
}

function excerptOf(file: VFile | undefined, line: number | undefined): string | undefined {
  return file && line !== undefined ? linesOf(file)[line - 1] : undefined;
}

const known = new WeakMap<VFile, readonly string[]>();

/** Splits a file into lines, once for all its messages. A file that is not text has none. */
function linesOf(file: VFile): readonly string[] {
  const ready = known.get(file);
  if (ready) return ready;
  const text =
    typeof file.value === 'string' ? file.value : new TextDecoder().decode(file.value.subarray(0, 1_000_000));
  const lines = text.includes('\0') ? [] : text.replace(/^\uFEFF/, '').split(/\r?\n/);
  known.set(file, lines);
  return lines;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
