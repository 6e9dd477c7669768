export { type ImageOrientation, orientationOf } from './assemble/image-orientation.ts';
export { counted } from './counted.ts';
export type * from './format.ts';
export { inventoryOf } from './inventory-of.ts';
export { directionOf } from './labels/direction.ts';
export { fillLabel } from './labels/labels-for.ts';
export { instant } from './ledger/instant.ts';
export type * from './ledger/ledger.ts';
export { type Loaded, type LoadOptions, loadHandbook } from './load-handbook.ts';
export { createMemory, type Memory, NO_MEMORY } from './memory.ts';
export { asciiAddress, validAddress } from './model/address.ts';
export type * from './model/answer.ts';
export { asPreview, previewMark } from './model/as-preview.ts';
export { bookAddress, bookFolder, bookPath, type Placed } from './model/book-path.ts';
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
export type * from './model/handbook.ts';
export { type HandbookIndex, indexHandbook } from './model/handbook-index.ts';
export { type GivenIsbn, type IsbnFormat, isbn13, isbnsOf } from './model/isbn.ts';
export type { Labels } from './model/labels.ts';
export { compareNumbers, NUMBER_FORM } from './model/number.ts';
export { type ChapterPart, chapterParts } from './model/parts.ts';
export { toText } from './model/to-text.ts';
export { slot, slotMarks, withoutSlots } from './model/work-text.ts';
export { nearest } from './nearest.ts';
export type { DeclaredFormat } from './read/declared-formats.ts';
export type { Approval, Inventory, Manifest } from './read/source.generated.ts';
export type { SourceCache } from './read/source-cache.ts';
export { RULE_IDS, type RuleId, ruleUrl, type Severity } from './rules/catalogue.ts';
