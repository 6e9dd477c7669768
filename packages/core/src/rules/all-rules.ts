import type { RuleId } from '../message/catalogue.ts';
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
export const ALL_RULES: { readonly [Id in RuleId]?: Rule } = {
  'numbers-sound': numbersSound,
  'number-fits': numberFits,
  'number-unique': numberUnique,
  'number-order': numberOrder,
  'clause-moved': clauseMoved,
  'numbered-complete': numberedComplete,
  'id-unique': idUnique,
  'id-well-formed': idWellFormed,
  'alias-free': aliasFree,
  'reference-resolves': referenceResolves,
  'reference-current': referenceCurrent,
  'replaced-by-resolves': replacedByResolves,
  'glossary-entry-resolves': glossaryEntryResolves,
  'topic-known': topicKnown,
  'types-sound': typesSound,
  'field-resolves': fieldResolves,
  'topic-unique': topicUnique,
  'term-unique': termUnique,
  'chapter-known': chapterKnown,
  'chapter-unique': chapterUnique,
  'chapter-has-entries': chapterHasEntries,
  'part-covers': partCovers,
  'page-present': pagePresent,
  'file-known': fileKnown,
  'file-present': filePresent,
  'volume-matches': volumeMatches,
  'number-in-one-volume': numberInOneVolume,
  'isbn-valid': isbnValid,
  'isbn-unique': isbnUnique,
  'answer-not-empty': answerNotEmpty,
  'question-is-plain': questionIsPlain,
  'math-parses': mathParses,
  'date-exists': dateExists,
  'approval-valid': approvalValid,
  'file-name-matches': fileNameMatches,
  'question-asks': questionAsks,
  'image-has-alternative': imageHasAlternative,
  'heading-depth': headingDepth,
  'table-has-header': tableHasHeader,
  'code-has-language': codeHasLanguage,
  'text-is-normalised': textIsNormalised,
  'link-text-says-something': linkTextSaysSomething,
  'related-both-ways': relatedBothWays,
  'review-not-overdue': reviewNotOverdue,
  'revised-in-time': revisedInTime,
  'entry-approved': entryApproved,
};
