/** Writes a date at length as its language does; in English for an unknown language. */
export function atLength(date: string, language: string): string {
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  const noon = Date.UTC(Number(year), Number(month) - 1, Number(day), 12);
  if (Number.isNaN(noon)) return date;
  return new Intl.DateTimeFormat([language, 'en'], { dateStyle: 'long', timeZone: 'UTC' }).format(noon);
}
