import { isCalendarDate } from '../model/calendar-date.ts';
import type { Rule } from './rule.ts';

/** Every date is one of the calendar. */
export const dateExists: Rule = ({ entries, handbook, report }) => {
  const hold = (date: string | undefined, path: string, keys: readonly string[]) => {
    if (date === undefined || date === '' || isCalendarDate(date)) return;
    report({ path, keys, reason: `${date} is no date of the calendar`, actual: date });
  };
  hold(handbook.edition.date, 'handbook.yaml', ['edition', 'date']);
  for (const { revised, reviewBy, effective, source } of entries) {
    hold(revised, source.path, ['revised']);
    hold(reviewBy, source.path, ['reviewBy']);
    hold(effective?.from, source.path, ['effective', 'from']);
    hold(effective?.until, source.path, ['effective', 'until']);
  }
};
