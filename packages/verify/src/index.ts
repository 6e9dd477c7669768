export type { NotLookedAt } from './not-looked-at.ts';
export type {
  Difference,
  EntryParity,
  EntryReading,
  FormatParity,
  Parity,
  Place,
  Subject,
} from './parity.ts';
export type { TreeFiles } from './tree/tree-files.ts';
export { type VerifyRequest, verify } from './verify.ts';
