export { declaredNumbers } from './assemble/declare-numbers.ts';
export { type ImageOrientation, orientationOf } from './assemble/image-orientation.ts';
export type { SourceMap } from './assemble/place.ts';
export { isOfVolume } from './assemble/volume.ts';
export { createMemory, type Memory, NO_MEMORY } from './cache/memory.ts';
export { seal, unseal } from './cache/seal.ts';
export type { SourceCache } from './cache/source-cache.ts';
export { inventoryOf } from './inventory-of.ts';
export { directionOf } from './labels/direction.ts';
export { fillLabel, labelsFor } from './labels/labels-for.ts';
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
export { type NumberedPart, numberedIn } from './model/answer-part.ts';
export { asPreview, previewMark } from './model/as-preview.ts';
export { bookAddress, bookFolder, bookPath, type Placed } from './model/book-path.ts';
export { isCalendarDate } from './model/calendar-date.ts';
export type * from './model/change.ts';
export {
  childrenOf,
  crossReferences,
  entryNodes,
  footnoteReferences,
  imagesIn,
  outerLinks,
  walk,
} from './model/children.ts';
export { type Clause, clauseKey, clausesIn, isClause } from './model/clause.ts';
export { codeTitle } from './model/code-title.ts';
export type * from './model/compile.ts';
export { cacheKey, digest } from './model/digest.ts';
export { IN_FORCE_IRI, isInForce, periodOf } from './model/effective.ts';
export { escapeMarkup } from './model/escape-markup.ts';
export { fingerprint } from './model/fingerprint.ts';
export type * from './model/format.ts';
export { groupBy } from './model/group-by.ts';
export { type HandbookIndex, indexHandbook } from './model/handbook-index.ts';
export { instant } from './model/instant.ts';
export { type GivenIsbn, type IsbnFormat, isbn13, isbnsOf } from './model/isbn.ts';
export type { Labels } from './model/labels.generated.ts';
export type * from './model/ledger.ts';
export { mapNodes } from './model/map-nodes.ts';
export { itemSchema, partOf } from './model/map-strings.ts';
export { DEFAULT_TYPE, taxonomyIn } from './model/own-types.ts';
export { type ChapterPart, chapterParts } from './model/parts.ts';
export { prosePages } from './model/prose-pages.ts';
export type { Approval, Inventory, Manifest } from './model/source.generated.ts';
export { toText } from './model/to-text.ts';
export type { Tree } from './model/tree.ts';
export { slot, slotMarks, withoutSlots } from './model/work-text.ts';
export { type IsFree, numberAtEnd, numberBehind } from './numbers/free-number.ts';
export { numberKey } from './numbers/number-key.ts';
export type { NumberSystem } from './numbers/number-system.ts';
export { compareNumbers, isNumber, isNumberEver, isWithin } from './numbers/order-numbers.ts';
export { NUMBER_PRESETS, type NumberPreset } from './numbers/presets.ts';
export { numberAtStart } from './numbers/read-number.ts';
export { respelt } from './numbers/respell.ts';
export { toRoman } from './numbers/roman.ts';
export { examplesOf } from './numbers/say-pieces.ts';
export { linkSpelling } from './numbers/spelling.ts';
export { entrySchema } from './own-fields/front-matter-schema.ts';
export { type SchemaTools, schemaTools } from './own-fields/schema-tools.ts';
export type { DeclaredFormat } from './read/declared-formats.ts';
export { asPrinted } from './typography/as-printed.ts';
