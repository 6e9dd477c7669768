import { isCalendarDate } from '../model/calendar-date.ts';
import { type Say, words } from './sentence.ts';

/**
 * Writes the day of a date or an RFC 3339 time at length (or in another style), as the language does: "November 1, 2026". It is the
 * day as written, whatever the time zone. A text that is no calendar date stays as it is.
 */
export function dateWords(date: string, language: string, style: DateStyle = 'long'): string {
  if (!isCalendarDate(date)) return date;
  return formatOf(language, style).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

type DateStyle = NonNullable<Intl.DateTimeFormatOptions['dateStyle']>;

/** A format takes longer to make than to use, and every entry has a date. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** English is used for an unknown language, because the machine's own would differ from place to place. */
function formatOf(language: string, dateStyle: DateStyle): Intl.DateTimeFormat {
  const key = `${language} ${dateStyle}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat([language, 'en'], { dateStyle, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

/** The same as a piece of a sentence, which keeps the date itself for programs. */
export function sayDate(date: string, language: string): Say {
  const text = dateWords(date, language);
  return isCalendarDate(date) ? { kind: 'date', date, text } : words(text);
}
