/** An instant as HTTP writes it (RFC 9110 section 5.6.7): `Sat, 31 Jan 2026 00:00:00 GMT`. */
export function httpDate(date: string): string {
  return new Date(date).toUTCString();
}

/** An instant as 14 digits: year, month, day, hour, minute, second. */
export function digitsOf(date: string): string {
  return new Date(date)
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/\D/g, '');
}
