/**
 * An edition's or a revision's date as an xsd:dateTime in UTC: `2026-11-22` is its first instant,
 * `2026-11-22T09:00:00+09:00` becomes `2026-11-22T00:00:00Z`. One form, so that instants can be
 * compared as text and equal instants are equal literals. A text that is no date comes back as it is.
 */
export function instant(date: string): string {
  const time = Date.parse(date.length === 10 ? `${date}T00:00:00Z` : date);
  if (Number.isNaN(time)) return date;
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
