import { hash } from 'node:crypto';
import { numberKey } from '../numbers/number-key.ts';
import type { Approval } from './source.generated.ts';

/** What an approval says; the place in its log is added when it is written. `subject`: see `Approvable`. */
export interface NewApproval
  extends Pick<Approval, 'fingerprint' | 'by' | 'role' | 'date' | 'note' | 'edition'> {
  readonly subject: string;
}

/**
 * Makes the next line of a log of approvals, without its line end. `heads` are the lines that it follows
 * (`approvalHeads`): it contains their hashes, so that an edited, removed or moved line is noticed.
 */
export function approvalLine(approval: NewApproval, heads: readonly Approval[]): string {
  const { subject, edition, fingerprint, by, role, date, note } = approval;
  const [first, ...others] = heads.map(({ hash }) => hash);
  const line = {
    schemaVersion: 1 as const,
    ...(subject.includes('/') ? { item: subject } : { number: subject }),
    ...(edition === undefined ? {} : { edition }),
    fingerprint,
    by,
    ...(role === undefined ? {} : { role }),
    date,
    ...(note === undefined ? {} : { note }),
    ...(first === undefined ? {} : { previous: others.length === 0 ? first : [first, ...others] }),
  } as Omit<Approval, 'hash'>;
  return JSON.stringify({ ...line, hash: approvalHash(line) });
}

/** The name of the log of a subject, without folder and ending: the key of a number, `term/<id>` as it is. */
export function approvalName(subject: string): string {
  return subject.includes('/') ? subject : numberKey(subject);
}

/** What an approval is of. */
export function approvalSubject({ number, item }: Pick<Approval, 'number' | 'item'>): string {
  return number ?? item ?? '';
}

/** Returns the lines of a log that no other line follows: one, or the last of each branch that was merged. */
export function approvalHeads(log: readonly Approval[]): readonly Approval[] {
  const followed = new Set(log.flatMap(({ previous = [] }) => previous));
  return log.filter(({ hash }) => !followed.has(hash));
}

/**
 * Returns the approvals that hold: those that no later one of the same edition follows, be it by way of others. Where
 * branches were merged, these may be several of one edition.
 */
export function heldApprovals(log: readonly Approval[]): readonly Approval[] {
  const above = new Map<string, ReadonlySet<string>>();
  for (const { hash, previous = [] } of log)
    above.set(hash, new Set([previous].flat().flatMap((one) => [one, ...(above.get(one) ?? [])])));
  return log.filter(
    ({ hash, edition }) =>
      !log.some((later) => later.edition === edition && above.get(later.hash)?.has(hash)),
  );
}

/**
 * Returns the hash of an approval, 64 hex digits: the SHA-256 of its canonical JSON without `hash`. Its
 * values are strings, lists of strings and one integer, for which RFC 8785 requires only sorted keys.
 */
export function approvalHash(approval: Omit<Approval, 'hash'>): string {
  const pairs = Object.entries(approval)
    .filter(([key]) => key !== 'hash')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return hash('sha256', JSON.stringify(Object.fromEntries(pairs)));
}
