export {
  aliasAnchor,
  aliasName,
  editionAddress,
  entryAnchor,
  entryAnchors,
  entryIri,
  entryPath,
  headingAnchor,
  numbered,
} from './addresses.ts';
export { admonitionWord } from './admonition.ts';
export {
  type BookList,
  bookLists,
  captionOf,
  type ListGroup,
  type ListLine,
  unlinked,
} from './book-lists.ts';
export { type ChangeSentence, type SaidChange, type SaidChanges, sayChanges, sayErrata } from './changes.ts';
export { type CitationRecord, citationRecords, sayCitation } from './citation.ts';
export { bodyLines, type ChapterLine, type ContentsLine, contentsOf } from './contents.ts';
export { dateWords, sayDate } from './dates.ts';
export { type ChangedSince, changedSince, type SaidEdition, sayEditions } from './editions.ts';
export { type EntryNumbers, type EntryPart, entryParts } from './entry-parts.ts';
export { type Fact, listed, sayFact } from './fact.ts';
export { type FieldGroup, fieldGroups } from './field-groups.ts';
export { glossaryGroups, sayExplainedBy, sayOtherNames } from './glossary.ts';
export {
  historyItems,
  historyLine,
  historyOfBook,
  type SaidEvent,
  type SaidHistory,
  sayHistory,
} from './history.ts';
export {
  editionWords,
  type ImprintFact,
  imprintFacts,
  isStandIn,
  sayEdition,
  sayTitle,
  type TitleLines,
  titleLines,
  UNDATED,
  UNVERSIONED,
} from './imprint.ts';
export { hasIndex, type IndexHeading, indexGroups } from './index-terms.ts';
export { byLetter, type LetterGroup, sortedByTerm } from './letters.ts';
export { type Notice, noticesOf, watermarkOf } from './notices.ts';
export { against, directionWithin, inOwnDirection, numberParts } from './own-direction.ts';
export { ownFacts } from './own-fields.ts';
export { bookRange, chapterLabel, entriesRange, volumeRange } from './ranges.ts';
export { sayRedline } from './redline.ts';
export { type Say, sayAddress, sayLabel, sayName, sayNumbers, sayText, words } from './sentence.ts';
