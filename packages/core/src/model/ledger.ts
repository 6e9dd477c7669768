import type { LedgerRelease, LedgerResource } from './documents.generated.ts';

/**
 * The history of a handbook: its releases, oldest first, each the successor of the previous one, as committed
 * under `releases/`. Each record is complete: the last one alone says what exists now and in which version.
 */
export type Ledger = readonly LedgerRelease[];

/** What a release contained. */
export type ReleaseContent = Omit<LedgerRelease, 'previous' | 'seal' | 'hash'>;

/** The version history of one item, as far as a later release needs it. */
export type LedgerRevision = Pick<LedgerResource, 'version' | 'date' | 'digest'>;

export type * from './documents.generated.ts';
