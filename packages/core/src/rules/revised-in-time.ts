import { isCalendarDate } from '../model/calendar-date.ts';
import type { Rule } from './rule.ts';

/** An entry's `revised` is not after the date of the edition. */
export const revisedInTime: Rule = ({ entries, handbook, report }) => {
  const { date } = handbook.edition;
  if (!isCalendarDate(date)) return;
  const today = date.slice(0, 10);
  for (const { number, revised, source } of entries) {
    if (revised === undefined || !isCalendarDate(revised) || revised.slice(0, 10) <= today) continue;
    report({
      path: source.path,
      keys: ['revised'],
      reason: `${number} was revised on ${revised}, after the edition of ${today}`,
      actual: revised,
      note: 'Correct it, or give the edition in handbook.yaml a date that is not before.',
    });
  }
};
