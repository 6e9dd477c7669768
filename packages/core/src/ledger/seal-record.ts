import { hash } from 'node:crypto';
import type { LedgerNotice, LedgerRelease, LedgerSeal, LedgerTip, ReleaseContent } from '../model/ledger.ts';
import { versionSegment } from '../model/version-segment.ts';

/**
 * The hash of a record: SHA-256, in hexadecimal, of its JSON without `hash` and without white space, keys
 * in the order of the file. It covers the words by their own hash in the seal, and everything earlier by
 * `previous` and `after`.
 */
export function sealHash(record: object): string {
  const { hash: _, ...rest } = record as { readonly hash?: string };
  return hash('sha256', JSON.stringify(rest));
}

/**
 * Seals what a release contained and chains it to the release before (undefined for a first edition), and to
 * whatever else the ledger ended with.
 */
export function sealRecord(
  content: ReleaseContent,
  seal: LedgerSeal,
  before: Pick<LedgerRelease, 'version' | 'hash'> | undefined,
  tips: readonly LedgerTip[] = [],
): LedgerRelease {
  const previous = before && { version: before.version, hash: before.hash };
  const after = tips.filter(({ name }) => name !== versionSegment(before?.version ?? ''));
  const record = {
    ...content,
    ...(previous ? { previous } : {}),
    ...(after.length > 0 ? { after: after.map(({ name, hash }) => ({ name, hash })) } : {}),
    seal,
  };
  return { ...record, hash: sealHash(record) };
}

/** Seals a notice. */
export function sealNotice(notice: Omit<LedgerNotice, 'hash'>): LedgerNotice {
  return { ...notice, hash: sealHash(notice) };
}

/** A record as the file that keeps it. */
export function printRecord(record: LedgerRelease | LedgerNotice): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
