import type { LedgerRelease, LedgerResource } from './documents.generated.ts';

/**
 * The history of a handbook: its releases as committed under `releases/`, each behind all that were known when
 * it was made. Most follow the one before; a hotfix of an older edition follows that edition (`previous`). Each
 * record is complete: it has everything that its line ever released.
 */
export type Ledger = readonly LedgerRelease[];

/** What a release contained; `previous` and `after` are known once it is sealed. */
export type ReleaseContent = Omit<LedgerRelease, 'seal' | 'hash'>;

/** The version history of one item, as far as a later release needs it. */
export type LedgerRevision = Pick<LedgerResource, 'version' | 'date' | 'digest'>;

export type * from './documents.generated.ts';
