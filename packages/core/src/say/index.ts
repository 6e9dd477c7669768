export { aliasAnchor, entryAnchor, entryAnchors, entryIri, headingAnchor } from './addresses.ts';
export { bodyLines, type ChapterLine, type ContentsLine, contentsOf } from './contents.ts';
export { glossaryGroups, sayExplainedBy, sayOtherNames } from './glossary.ts';
export { hasIndex, type IndexHeading, indexGroups } from './index-terms.ts';
export { byLetter, type LetterGroup, sortedByTerm } from './letters.ts';
export { type Notice, noticesOf, watermarkOf } from './notices.ts';
export { bookRange, chapterLabel, entriesRange, volumeRange } from './ranges.ts';
export { type Say, sayLabel, sayNumbers, words } from './sentence.ts';
