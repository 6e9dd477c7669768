import { isCalendarDate } from '../model/calendar-date.ts';
import { type Say, words } from './sentence.ts';

/**
 * The day of a date or an RFC 3339 time as the language writes it at length: "November 1, 2026". It is the
 * day that was written, in every time zone. What is no date of the calendar stays as it is written.
 */
export function dateWords(date: string, language: string): string {
  if (!isCalendarDate(date)) return date;
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  // English stands in for a language that nobody knows: the machine's own would differ from place to place.
  return new Intl.DateTimeFormat([language, 'en'], { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** The same as a piece of a sentence, which keeps the date itself for programs. */
export function sayDate(date: string, language: string): Say {
  const text = dateWords(date, language);
  return isCalendarDate(date) ? { kind: 'date', date, text } : words(text);
}
