export { standInId } from './assemble/conditions/left-behind.ts';
export { type BesideEdition, besideEdition } from './changes/beside-edition.ts';
export { compareEditions, predecessors } from './changes/compare-editions.ts';
export { editionText } from './changes/edition-text.ts';
export { type EntryAsOf, editionAsOf, entryAsOf } from './changes/entry-as-of.ts';
export {
  addEdition,
  entryHistories,
  type Histories,
  NO_HISTORIES,
  type Told,
} from './changes/entry-histories.ts';
export { withoutLostPicture } from './changes/redline/lost-pictures.ts';
export { entryReading, readingOf } from './changes/redline/reading.ts';
export { redlined } from './changes/redline/redline.ts';
export { countWords } from './changes/tokens.ts';
export { toldWords } from './changes/told-words.ts';
export { anchorsOf } from './ledger/anchors.ts';
export {
  type Chain,
  type ChainFault,
  chainOf,
  inOrder,
  isRelease,
  knownBefore,
  type LedgerRecord,
  parentsOf,
  RESTORE_RECORD,
  recordName,
  tipsOf,
  USE_NEWER,
} from './ledger/chain.ts';
export { checkClauses } from './ledger/check-clauses.ts';
export { editionProblem } from './ledger/check-edition.ts';
export { checkLedger } from './ledger/check-ledger.ts';
export { checkPromises } from './ledger/check-promises.ts';
export { checkQuestions } from './ledger/check-questions.ts';
export { conflictSides } from './ledger/conflict-sides.ts';
export { conflictsOf, type LineConflict, remedyFor } from './ledger/conflicts.ts';
export { editionOrder, type Lines, latestOf, linesOf, toldIn } from './ledger/lines.ts';
export { mergeApprovals } from './ledger/merge-approvals.ts';
export { releaseRecord } from './ledger/release-record.ts';
export { type Retracted, retractionsOf, untoldNotices } from './ledger/retractions.ts';
export { type Revised, type Revisions, revise } from './ledger/revisions.ts';
export { printRecord, sealHash, sealNotice, sealRecord } from './ledger/seal-record.ts';
export { compareVersions } from './ledger/version-order.ts';
export {
  approvalHeads,
  approvalLine,
  approvalName,
  heldApprovals,
  type NewApproval,
} from './model/approval-line.ts';
export {
  type Approvable,
  type Approvals,
  approvables,
  approvalsOf,
  type Unapproved,
  unapproved,
  unapprovedEntries,
} from './model/approvals.ts';
export { versionSegment } from './model/version-segment.ts';
export { foldChanges } from './say/fold-changes.ts';
