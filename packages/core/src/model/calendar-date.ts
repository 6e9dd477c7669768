/** Says whether the day of a date or an RFC 3339 time exists in the calendar. */
export function isCalendarDate(date: string): boolean {
  const day = date.slice(0, 10);
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === day;
}
