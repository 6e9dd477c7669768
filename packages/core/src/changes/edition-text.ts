import type { EditionText, EntryText, EntryWords } from '../model/change.ts';
import type { Entry, Handbook } from '../model/documents.generated.ts';
import { entryFacts } from '../model/entry-facts.ts';
import { bookItems } from './book-items.ts';
import { ownTexts } from './own-texts.ts';
import { plainWords } from './plain-words.ts';

/** What a handbook says, in the form in which it is compared with another edition. */
export function editionText(handbook: Handbook): EditionText {
  return {
    version: handbook.edition.version,
    date: handbook.edition.date,
    items: bookItems(handbook),
    entries: handbook.chapters.flatMap((chapter) =>
      chapter.entries.map((entry) => entryText(entry, chapter.id, handbook)),
    ),
    ...(handbook.numbers ? { numbers: handbook.numbers } : {}),
    redirects: handbook.redirects,
  };
}

function entryText(entry: Entry, chapter: string, book: Handbook): EntryText {
  const { number, status, fingerprint, replacedBy, approvedBy, change } = entry;
  return {
    number,
    chapter,
    status,
    fingerprint,
    ...(replacedBy === undefined ? {} : { replacedBy }),
    ...(approvedBy === undefined ? {} : { approvedBy }),
    ...(change === undefined ? {} : { change }),
    facts: { ...entryFacts(entry), ...ownTexts(entry, book) },
    words: wordsOf(entry),
    nodes: { question: entry.question, answer: entry.answer, footnotes: entry.footnotes },
  };
}

/** The words of an entry as they are compared. */
export function wordsOf({ question, answer, footnotes }: Entry): EntryWords {
  return { question: plainWords(question), answer: plainWords([...answer, ...footnotes]) };
}
