import { isCalendarDate } from '../model/calendar-date.ts';
import type { Rule } from './rule.ts';

/** An entry that replaces another is in force from the day after the other's last, so that on every day exactly one of them is. */
export const replacementFollows: Rule = ({ entries, index, report }) => {
  for (const entry of entries) {
    const { number, effective = {}, replacedBy, source } = entry;
    const next = replacedBy === undefined ? undefined : index.entry.get(replacedBy);
    const { from = '', until: end = '9999-12-31' } = next?.effective ?? {};
    const { from: start = '0001-01-01', until = '' } = effective;
    // Days that are out of order, or are none, are another fault; what is withdrawn is never in force.
    if (!next || [entry, next].some(({ status }) => status === 'withdrawn')) continue;
    if (![from, until].every(isCalendarDate) || until < start || end < from) continue;
    const [first, last] = [dayAfter(until), dayAfter(from, -1)];
    const [begin = '', stop = ''] = [[from, start].sort()[1], [until, end].sort()[0]];
    if (from === first || (from <= until && begin > stop)) continue;
    const remedies = [
      ...(last !== undefined && last >= start ? [`let ${number} end on ${last}`] : []),
      ...(first !== undefined && first <= end ? [`let ${next.number} begin on ${first}`] : []),
    ];
    report({
      path: source.path,
      keys: ['effective', 'until'],
      reason:
        from > until
          ? `neither ${number} nor ${next.number}, which replaces it, is in force from ${first} to ${last}`
          : `${number} and ${next.number}, which replaces it, are both in force from ${begin} to ${stop}`,
      note: `To mend it, ${remedies.join(', or ')}.`,
    });
  }
};

/** The calendar date a number of days after another; undefined where it has no year of four digits. */
function dayAfter(date: string, days = 1): string | undefined {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  const iso = day.toISOString();
  return /^\d/.test(iso) ? iso.slice(0, 10) : undefined;
}
