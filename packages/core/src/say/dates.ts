import { isCalendarDate } from '../model/calendar-date.ts';
import { type Say, words } from './sentence.ts';

/**
 * Writes the day of a date or an RFC 3339 time at length, as the language does: "November 1, 2026". It is the
 * day as written, whatever the time zone. A text that is no calendar date stays as it is.
 */
export function dateWords(date: string, language: string): string {
  if (!isCalendarDate(date)) return date;
  return formatOf(language).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

/** A format takes longer to make than to use, and every entry has a date. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** English is used for an unknown language, because the machine's own would differ from place to place. */
function formatOf(language: string): Intl.DateTimeFormat {
  const known = formats.get(language);
  if (known) return known;
  const made = new Intl.DateTimeFormat([language, 'en'], { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(language, made);
  return made;
}

/** The same as a piece of a sentence, which keeps the date itself for programs. */
export function sayDate(date: string, language: string): Say {
  const text = dateWords(date, language);
  return isCalendarDate(date) ? { kind: 'date', date, text } : words(text);
}
