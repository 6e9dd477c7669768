export type * from './model/answer.ts';
export { childrenOf, crossReferences, footnoteReferences, imagesIn, walk } from './model/children.ts';
export type * from './model/compile.ts';
export type * from './model/handbook.ts';
export { type HandbookIndex, indexHandbook } from './model/handbook-index.ts';
export type { Labels } from './model/labels.ts';
export { compareNumbers, NUMBER_FORM } from './model/number.ts';
export { type ChapterPart, chapterParts } from './model/parts.ts';
export { toText } from './model/to-text.ts';
