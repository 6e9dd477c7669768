import { unapprovedEntries } from '../model/approvals.ts';
import type { Rule } from './rule.ts';

/** Where `review` requires it, somebody approved each entry as it stands. */
export const entryApproved: Rule = {
  id: 'entry-approved',
  check({ handbook, sources, report }) {
    if (!handbook.settings.review.required) return;
    const approvals = new Map([...sources.approvals].map(([number, log]) => [number, log.approvals]));
    for (const { entry, last } of unapprovedEntries(handbook, approvals)) {
      const { number, source } = entry;
      // A log that is not as it was written has its message.
      if (sources.approvals.get(number)?.file.messages.length) continue;
      report({
        path: source.path,
        keys: ['number'],
        reason: last
          ? `${number} was changed after ${last.by} approved it on ${last.date.slice(0, 10)}`
          : `nobody has approved ${number}`,
        note: `Review it, then run "octavo approve ${number} --by <name>".`,
      });
    }
  },
};
