export { type MergedLedger, mergeLedger } from './ledger/merge-ledger.ts';
export {
  type PublishedBook,
  type Recovered,
  readPublishedBook,
  recoverLedger,
} from './ledger/recover-ledger.ts';
export { latestVersion, retract, retractionPage } from './ledger/retraction.ts';
export { type Blackout, blackout } from './redaction/blackout.ts';
export { type RedactedHistory, redactHistory } from './redaction/redact-history.ts';
export { goneFingerprint } from './redaction/redact-words.ts';
export { addArchive } from './release/add-archive.ts';
export { checkHistory, checkNextRelease } from './release/check-history.ts';
export type { Evidence } from './release/check-published.ts';
export { checkRelease, type ReleaseRequest, recordPaths } from './release/check-release.ts';
export { comparePublished, type Standing } from './release/compare-published.ts';
export {
  type PublishedRelease,
  type PublishedTree,
  parseSums,
  type Repository,
  type Tags,
} from './release/evidence.ts';
export { type Sealing, seal } from './release/seal.ts';
