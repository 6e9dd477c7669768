export type { ReleasedBefore } from './compare/compare-ledger.ts';
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
