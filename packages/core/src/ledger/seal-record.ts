import { hash } from 'node:crypto';
import type { LedgerRelease, LedgerSeal, ReleaseContent } from '../model/ledger.ts';

/**
 * The hash of a record: SHA-256, in hexadecimal, of its JSON without `hash` and without white space, keys
 * in the order of the file. It covers the words by their own hash in the seal, and all earlier releases
 * by `previous`.
 */
export function recordHash(record: Omit<LedgerRelease, 'hash'>): string {
  const { hash: _, ...rest } = record as LedgerRelease;
  return hash('sha256', JSON.stringify(rest));
}

/** Seals what a release contained and chains it to the release before; undefined for a first edition. */
export function sealRecord(
  content: ReleaseContent,
  seal: LedgerSeal,
  before: Pick<LedgerRelease, 'version' | 'hash'> | undefined,
): LedgerRelease {
  const previous = before && { version: before.version, hash: before.hash };
  const record = { ...content, ...(previous ? { previous } : {}), seal };
  return { ...record, hash: recordHash(record) };
}

/** A record as the file that `octavo release` writes. */
export function printRecord(record: LedgerRelease): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
