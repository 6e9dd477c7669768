import type { ListedEntry } from './listed-entries.ts';

const COLUMNS = [
  'number',
  'id',
  'status',
  'chapter',
  'question',
  'topics',
  'path',
  'line',
  'fingerprint',
  'approvedBy',
] as const satisfies readonly (keyof ListedEntry)[];

/** The entries as RFC 4180 has them: a header, CRLF, quotes where they are needed. */
export function csv(entries: readonly ListedEntry[]): string {
  const rows = entries.map((entry) => COLUMNS.map((column) => cell(entry[column])));
  return [COLUMNS, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

function cell(value: ListedEntry[keyof ListedEntry]): string {
  const text = value === null ? '' : typeof value === 'object' ? value.join(' ') : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
