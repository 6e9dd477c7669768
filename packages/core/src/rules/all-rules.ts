import { aliasFree } from './alias-free.ts';
import { answerNotEmpty } from './answer-not-empty.ts';
import { approvalValid } from './approval-valid.ts';
import { chapterHasEntries } from './chapter-has-entries.ts';
import { chapterKnown } from './chapter-known.ts';
import { chapterUnique } from './chapter-unique.ts';
import { clauseMoved } from './clause-moved.ts';
import { codeHasLanguage } from './code-has-language.ts';
import { dateExists } from './date-exists.ts';
import { entryApproved } from './entry-approved.ts';
import { fieldResolves } from './field-resolves.ts';
import { fileKnown } from './file-known.ts';
import { fileNameMatches } from './file-name-matches.ts';
import { filePresent } from './file-present.ts';
import { glossaryEntryResolves } from './glossary-entry-resolves.ts';
import { headingDepth } from './heading-depth.ts';
import { idUnique } from './id-unique.ts';
import { idWellFormed } from './id-well-formed.ts';
import { imageHasAlternative } from './image-has-alternative.ts';
import { isbnUnique } from './isbn-unique.ts';
import { isbnValid } from './isbn-valid.ts';
import { linkTextSaysSomething } from './link-text-says-something.ts';
import { mathParses } from './math-parses.ts';
import { numberFits } from './number-fits.ts';
import { numberInOneVolume } from './number-in-one-volume.ts';
import { numberOrder } from './number-order.ts';
import { numberUnique } from './number-unique.ts';
import { numberedComplete } from './numbered-complete.ts';
import { numbersSound } from './numbers-sound.ts';
import { pagePresent } from './page-present.ts';
import { partCovers } from './part-covers.ts';
import { questionAsks } from './question-asks.ts';
import { questionIsPlain } from './question-is-plain.ts';
import { referenceCurrent } from './reference-current.ts';
import { referenceResolves } from './reference-resolves.ts';
import { relatedBothWays } from './related-both-ways.ts';
import { replacedByResolves } from './replaced-by-resolves.ts';
import { reviewNotOverdue } from './review-not-overdue.ts';
import { revisedInTime } from './revised-in-time.ts';
import type { Rule } from './rule.ts';
import { tableHasHeader } from './table-has-header.ts';
import { textIsNormalised } from './text-is-normalised.ts';
import { topicKnown } from './topic-known.ts';
import { typesSound } from './types-sound.ts';
import { termUnique, topicUnique } from './unique-ids.ts';
import { volumeMatches } from './volume-matches.ts';

/** The rules over the whole book. (What reading and assembling report is listed in the catalogue.) */
export const ALL_RULES: readonly Rule[] = [
  numbersSound,
  numberFits,
  numberUnique,
  numberOrder,
  clauseMoved,
  numberedComplete,
  idUnique,
  idWellFormed,
  aliasFree,
  referenceResolves,
  referenceCurrent,
  replacedByResolves,
  glossaryEntryResolves,
  topicKnown,
  typesSound,
  fieldResolves,
  topicUnique,
  termUnique,
  chapterKnown,
  chapterUnique,
  chapterHasEntries,
  partCovers,
  pagePresent,
  fileKnown,
  filePresent,
  volumeMatches,
  numberInOneVolume,
  isbnValid,
  isbnUnique,
  answerNotEmpty,
  questionIsPlain,
  mathParses,
  dateExists,
  approvalValid,
  fileNameMatches,
  questionAsks,
  imageHasAlternative,
  headingDepth,
  tableHasHeader,
  codeHasLanguage,
  textIsNormalised,
  linkTextSaysSomething,
  relatedBothWays,
  reviewNotOverdue,
  revisedInTime,
  entryApproved,
];
