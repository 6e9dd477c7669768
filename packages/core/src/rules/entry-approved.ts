import { approvalName } from '../model/approval-line.ts';
import { unapproved } from '../model/approvals.ts';
import type { Rule } from './rule.ts';

/** Where `review` requires it, somebody approved each entry, prose page, introduction and term as it stands. */
export const entryApproved: Rule = ({ published: handbook, edition, sources, report }) => {
  if (!handbook.settings.review.required) return;
  const approvals = new Map([...sources.approvals].map(([number, log]) => [number, log.approvals]));
  for (const { subject, entry, source, last } of unapproved(handbook, approvals, edition)) {
    const { path, ...point } = source;
    // A log that is not as it was written has its message.
    if (sources.approvals.get(approvalName(subject))?.file.messages.length) continue;
    report({
      path,
      ...(entry ? { keys: ['number'] } : { position: { start: point, end: point } }),
      reason: last
        ? `${subject} was changed after ${last.by} approved it on ${last.date.slice(0, 10)}`
        : `nobody has approved ${subject}`,
      note: `Review it, then run "octavo approve ${/\s/.test(subject) ? `'${subject}'` : subject} --by <name>${edition === undefined ? '' : ` --edition ${edition}`}".`,
    });
  }
};
