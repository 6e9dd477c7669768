/** The earliest time that a zip entry can have; a book without a date gets it. */
const EARLIEST = '1980-01-01T00:00:00Z';

/** The moment of an edition, to the second: a date alone is its midnight in UTC. */
export function instantOf(date: string): Date {
  const instant = new Date(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : date);
  const earliest = new Date(EARLIEST);
  return Number.isNaN(instant.getTime()) || instant < earliest ? earliest : instant;
}

/** `2026-11-22T00:00:00Z`, the form of `dcterms:modified` (EPUB 3.3, 5.5.3.2). */
export function toModified(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}
