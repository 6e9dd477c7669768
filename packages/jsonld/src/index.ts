export { compile } from './compile.ts';
export type { JsonldCompiled, JsonldOptions } from './compile-options.ts';
export { contextFiles as sharedFiles } from './documents/context-files.ts';
export { instant } from './instant.ts';
export { versionSegment } from './iris.ts';
export { editionProblem } from './ledger/check-edition.ts';
export { checkLedger } from './ledger/check-ledger.ts';
export { checkPromises } from './ledger/check-promises.ts';
export type {
  Ledger,
  LedgerEntry,
  LedgerPage,
  LedgerRelease,
  LedgerResource,
  LedgerRevision,
  LedgerSeal,
} from './ledger/ledger.ts';
export {
  type ReleaseFacts,
  type ReleaseFile,
  type ReleaseSource,
  releaseDocument,
  releaseFile,
} from './release-document.ts';
export { schemaOf } from './schema-of.ts';
