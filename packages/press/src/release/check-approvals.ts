import { type Handbook, makeMessage } from '@octavo/core';
import { type Approvals, unapproved } from '@octavo/core/ledger';
import type { VFileMessage } from 'vfile-message';

/**
 * When handbook.yaml requires approval: one refusal for each entry, page and term that nobody has approved in
 * its present form.
 */
export function checkApprovals(handbook: Handbook, approvals: Approvals): readonly VFileMessage[] {
  if (!handbook.settings.review.required) return [];
  return unapproved(handbook, approvals).map(({ subject, source, last }) =>
    makeMessage('entry-approved', {
      at: source,
      reason: last
        ? `${subject} was changed after ${last.by} approved it on ${last.date.slice(0, 10)}`
        : `nobody has approved ${subject}`,
      note: `handbook.yaml demands approval: review it, then run "octavo approve ${subject} --by <name>".`,
      severity: 'error',
    }),
  );
}
