import { csvOf } from '../../csv.ts';
import type { ListedEntry, ListedItem } from './listed-entries.ts';

const COLUMNS = [
  'number',
  'id',
  'status',
  'chapter',
  'question',
  'topics',
  'effective',
  'path',
  'line',
  'fingerprint',
  'approvedBy',
] as const satisfies readonly (keyof ListedEntry)[];

/**
 * Formats the entries, and then the other items (with their subject as the number), as RFC 4180 requires: a
 * header, CRLF, and quotes where they are needed.
 */
export function csv(entries: readonly ListedEntry[], items: readonly ListedItem[]): string {
  const rows = entries.map((entry) => COLUMNS.map((column) => cell(entry[column])));
  const beside = items.map(({ subject, title, ...rest }) => {
    const row: Partial<ListedEntry> = { ...rest, number: subject, question: title };
    return COLUMNS.map((column) => cell(row[column] ?? null));
  });
  return csvOf([COLUMNS, ...rows, ...beside]);
}

function cell(value: ListedEntry[keyof ListedEntry]): string {
  return value === null ? '' : typeof value === 'object' ? value.join(' ') : String(value);
}
