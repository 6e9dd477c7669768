export type { ReleasedBefore } from './compare/compare-ledger.ts';
export { findLeaks, type Leak, type LeakRequest, saysExcluded } from './leak/find-leaks.ts';
export type { Written } from './leak/said-in.ts';
export { waysToRead } from './leak/ways-to-read.ts';
export type {
  Difference,
  EntryParity,
  EntryReading,
  FormatParity,
  NotLookedAt,
  Parity,
  Place,
  Subject,
} from './parity.ts';
export type { TreeFiles } from './tree/tree-files.ts';
export { type VerifyRequest, verify } from './verify.ts';
