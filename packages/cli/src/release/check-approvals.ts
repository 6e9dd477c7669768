import { type Approvals, type Handbook, unapprovedEntries } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import { refusal } from './refusal.ts';

/** Where handbook.yaml demands approval: one refusal for each entry that nobody approved as it is now. */
export function checkApprovals(handbook: Handbook, approvals: Approvals): readonly VFileMessage[] {
  if (!handbook.settings.review.required) return [];
  return unapprovedEntries(handbook, approvals).map(({ entry: { number, source }, last }) =>
    refusal(
      'entry-approved',
      source,
      last
        ? `${number} was changed after ${last.by} approved it on ${last.date.slice(0, 10)}`
        : `nobody has approved ${number}`,
      `handbook.yaml demands approval: review it, then run "octavo approve ${number} --by <name>".`,
    ),
  );
}
