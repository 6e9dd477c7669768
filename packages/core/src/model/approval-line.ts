import { createHash } from 'node:crypto';
import type { Approval } from '../read/source.generated.ts';

/** What an approval says; the place in its log is added when it is written. */
export type NewApproval = Omit<Approval, 'schemaVersion' | 'previous' | 'hash'>;

/**
 * The next line of approvals/<number>.jsonl, without its line end. `last` is the line before it: each
 * line holds the hash of the one before, so that an edited, removed or moved line is noticed.
 */
export function approvalLine(approval: NewApproval, last: Approval | undefined): string {
  const { number, fingerprint, by, date, note } = approval;
  const line = {
    schemaVersion: 1 as const,
    number,
    fingerprint,
    by,
    date,
    ...(note === undefined ? {} : { note }),
    ...(last === undefined ? {} : { previous: last.hash }),
  };
  return JSON.stringify({ ...line, hash: approvalHash(line) });
}

/**
 * The hash of an approval, 64 hex digits: SHA-256 of its canonical JSON without `hash`. All its values
 * are strings and one whole number, for which RFC 8785 asks no more than sorted keys.
 */
export function approvalHash(approval: Omit<Approval, 'hash'>): string {
  const pairs = Object.entries(approval)
    .filter(([key]) => key !== 'hash')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(pairs)))
    .digest('hex');
}
