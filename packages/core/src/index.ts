export { type Assembled, type AssembleOptions, assemble } from './assemble/assemble.ts';
export { type ImageOrientation, orientationOf } from './assemble/image-orientation.ts';
export type { SourceMap } from './assemble/place.ts';
export { createMemory, type Memory, NO_MEMORY } from './cache/memory.ts';
export { seal, unseal } from './cache/seal.ts';
export type { SourceCache } from './cache/source-cache.ts';
export { compareEditions } from './changes/compare-editions.ts';
export { editionText } from './changes/edition-text.ts';
export { foldChanges } from './changes/fold-changes.ts';
export { sameQuestion } from './changes/same-question.ts';
export { inventoryOf } from './inventory-of.ts';
export { directionOf } from './labels/direction.ts';
export { fillLabel, LABEL_LANGUAGES } from './labels/labels-for.ts';
export { anchorsOf } from './ledger/anchors.ts';
export { type ChainFault, chainOf, RESTORE_RECORD } from './ledger/chain.ts';
export { editionProblem } from './ledger/check-edition.ts';
export { checkLedger } from './ledger/check-ledger.ts';
export { checkPromises } from './ledger/check-promises.ts';
export { checkQuestions } from './ledger/check-questions.ts';
export { instant } from './ledger/instant.ts';
export { releaseRecord } from './ledger/release-record.ts';
export { type Revised, type Revisions, revise } from './ledger/revisions.ts';
export { printRecord, recordHash, sealRecord } from './ledger/seal-record.ts';
export { versionSegment } from './ledger/version-segment.ts';
export { type Loaded, type LoadOptions, loadHandbook } from './load-handbook.ts';
export { RULE_IDS, type RuleId, ruleUrl, type Severity } from './message/catalogue.ts';
export { counted } from './message/counted.ts';
export {
  type FilePlace,
  type Finding,
  type MakeMessage,
  makeMessage,
  messagesOf,
} from './message/make-message.ts';
export { nearest } from './message/nearest.ts';
export { report } from './message/report.ts';
export { asciiAddress, validAddress } from './model/address.ts';
export type * from './model/answer.ts';
export {
  approvalHash,
  approvalHeads,
  approvalLine,
  approvalSubject,
  type NewApproval,
} from './model/approval-line.ts';
export {
  type Approvable,
  type Approvals,
  approvables,
  type Unapproved,
  unapproved,
  unapprovedEntries,
} from './model/approvals.ts';
export { asPreview, previewMark } from './model/as-preview.ts';
export { bookAddress, bookFolder, bookPath, type Placed } from './model/book-path.ts';
export { isCalendarDate } from './model/calendar-date.ts';
export type * from './model/change.ts';
export {
  childrenOf,
  crossReferences,
  footnoteReferences,
  imagesIn,
  outerLinks,
  walk,
} from './model/children.ts';
export type * from './model/compile.ts';
export { cacheKey, digest } from './model/digest.ts';
export { fingerprint } from './model/fingerprint.ts';
export type * from './model/format.ts';
export type * from './model/handbook.ts';
export { type HandbookIndex, indexHandbook } from './model/handbook-index.ts';
export { type GivenIsbn, type IsbnFormat, isbn13, isbnsOf } from './model/isbn.ts';
export type { Labels } from './model/labels.ts';
export type * from './model/ledger.ts';
export { mergeApprovals } from './model/merge-approvals.ts';
export { compareNumbers, NUMBER_FORM } from './model/number.ts';
export { type ChapterPart, chapterParts } from './model/parts.ts';
export { RESERVED_IDS } from './model/reserved-ids.ts';
export type { Approval, Inventory, Manifest } from './model/source.generated.ts';
export { toText } from './model/to-text.ts';
export type { Tree } from './model/tree.ts';
export { slot, slotMarks, withoutSlots } from './model/work-text.ts';
export { boundsFault } from './read/bounds.ts';
export { conflictLine } from './read/conflict.ts';
export type { DeclaredFormat } from './read/declared-formats.ts';
export { displayMath } from './read/display-math.ts';
export { decodeWide, decodeWindows1252, type WideEncoding, wideEncoding } from './read/encoding.ts';
export { ignoredPatterns } from './read/ignored-patterns.ts';
export { parser as markdownParser } from './read/markdown-processor.ts';
export { normalBytes } from './read/normal-text.ts';
export { read, type Sources } from './read/read.ts';
export { inventoryFault } from './read/read-inventory.ts';
export { readSvg, type SvgElement, svgElements } from './svg/read-svg.ts';
export { type SvgFault, svgFaults } from './svg/svg-faults.ts';
export { type MathFault, mathFault, mathToHast } from './to-hast/math.ts';
export { MATH_CLASSES } from './to-hast/math-style.ts';
export type { ToHastOptions } from './to-hast/options.ts';
export { marksLegend, passagesToHast } from './to-hast/passages.ts';
export { bodyToHast, type HastBody, phrasingToHast, toHast } from './to-hast/to-hast.ts';
export { type ValidateOptions, validate } from './validate.ts';
