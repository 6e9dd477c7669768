import type { Effective, Entry } from './documents.generated.ts';

/** The property of linked data that holds when an entry is in force. */
export const IN_FORCE_IRI = 'http://schema.org/temporalCoverage';

/** Whether an entry is in force on a day. */
export type InForce = 'inForce' | 'notYetInForce' | 'noLongerInForce';

/** Says whether what is in force on these days is on `date`: a calendar date, or an RFC 3339 time, of which the day counts. */
export function inForceOn({ from, until }: Effective, date: string): InForce {
  const day = date.slice(0, 10);
  if (from !== undefined && day < from) return 'notYetInForce';
  return until !== undefined && day > until ? 'noLongerInForce' : 'inForce';
}

/** Whether an entry is in force on a date: what says nothing of its days is until it is withdrawn, and then on no day. */
export function isInForce(
  { status, effective = {} }: Pick<Entry, 'status' | 'effective'>,
  date: string,
): boolean {
  return status !== 'withdrawn' && inForceOn(effective, date) === 'inForce';
}

/** The days as a time interval of ISO 8601, open ends as `..` (ISO 8601-2): `2027-01-01/..`. */
export function periodOf({ from = '..', until = '..' }: Effective): string {
  return `${from}/${until}`;
}
