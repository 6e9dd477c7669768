import type { FormatReading, FormatRequest } from '../read-format.ts';

/** Not there yet. */
export async function readJsonld({ book }: FormatRequest): Promise<FormatReading> {
  return { file: book.handbook.id, entries: 0, readings: [] };
}
