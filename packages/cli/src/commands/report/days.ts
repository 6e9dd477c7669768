import { misuse } from '../../exit-code.ts';

const DAY = 86_400_000;

/** How many days lie between two dates of the calendar, such as 2026-11-30; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/**
 * The day that a time after a date ends on: `90d`, `6w`, `3m` or `1y`. Months and years end on the same day of the
 * month, or on its last one. What is no such time ends the command.
 */
export function dayAfter(date: string, time: string): string {
  const [, count = '', unit] = /^(\d{1,4})([dwmy])$/.exec(time) ?? [];
  if (unit === undefined)
    misuse(
      `--within cannot be "${time}"`,
      'A number of days, weeks, months or years, such as 90d, 6w, 3m or 1y.',
    );
  const day = new Date(date);
  if (unit === 'd' || unit === 'w') day.setUTCDate(day.getUTCDate() + Number(count) * (unit === 'w' ? 7 : 1));
  else {
    const wanted = day.getUTCDate();
    day.setUTCDate(1);
    day.setUTCMonth(day.getUTCMonth() + Number(count) * (unit === 'y' ? 12 : 1));
    const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
    day.setUTCDate(Math.min(wanted, last));
  }
  const end = day.toISOString().slice(0, 10);
  // A year of more than four digits is written in another form, which no date of a source has.
  return /^\d{4}-/.test(end) ? end : '9999-12-31';
}
