import { isCalendarDate } from '../model/calendar-date.ts';
import type { Rule } from './rule.ts';

/** An entry that replaces another is in force from the day after the other's last: no day has none of them, or both. */
export const replacementFollows: Rule = ({ entries, index, report }) => {
  for (const { number, effective, replacedBy, source } of entries) {
    const until = effective?.until;
    const next = replacedBy === undefined ? undefined : index.entry.get(replacedBy);
    const from = next?.effective?.from;
    if (!next || until === undefined || from === undefined) continue;
    // Days that are out of order are another fault.
    if (until < (effective?.from ?? until) || (next.effective?.until ?? from) < from) continue;
    const first = dayAfter(until);
    if (first === undefined || from === first) continue;
    const reason =
      from > first
        ? `neither ${number} nor ${next.number}, which replaces it, is in force from ${first} to ${dayAfter(from, -1)}`
        : `${number} and ${next.number}, which replaces it, are both in force from ${from} to ${[until, next.effective?.until ?? until].sort()[0]}`;
    report({
      path: source.path,
      keys: ['effective', 'until'],
      reason,
      note: `Let ${number} end on ${dayAfter(from, -1)}, or ${next.number} begin on ${first}.`,
    });
  }
};

/** The calendar date a number of days after another; undefined for what is no date. */
function dayAfter(date: string, days = 1): string | undefined {
  if (!isCalendarDate(date)) return undefined;
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
