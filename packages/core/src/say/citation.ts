import type { Entry, Handbook } from '../model/handbook.ts';
import { toText } from '../model/to-text.ts';
import { entryIri } from './addresses.ts';
import { sayDate } from './dates.ts';
import { editionWords } from './imprint.ts';
import { type Say, sayAddress, words } from './sentence.ts';

/** How to cite an answer: book, number, question, edition, publisher, date, permanent IRI. */
export function sayCitation(entry: Pick<Entry, 'number' | 'question'>, handbook: Handbook): readonly Say[] {
  const { title, publisher, edition, language } = handbook;
  const question = toText(entry.question).replace(/\s+/g, ' ').trim();
  return [
    { kind: 'title', text: title },
    words(`, ${entry.number}: `),
    { kind: 'quote', text: question },
    words(` ${editionWords(handbook)}. ${publisher ? `${publisher.name}, ` : ''}`),
    sayDate(edition.date, language),
    words('. '),
    sayAddress(entryIri(handbook, entry.number)),
  ];
}
