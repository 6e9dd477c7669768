import type { Entry, Handbook } from '../model/handbook.ts';
import { ownFacts, typeTitle } from '../say/own-fields.ts';
import type { Say } from '../say/sentence.ts';
import { plainWords } from './plain-words.ts';

type Book = Pick<Handbook, 'types' | 'labels' | 'language' | 'topics' | 'glossary'>;

/**
 * What readers see of an entry's type and own fields, as text by key, in the form in which editions are compared:
 * dates as they are written. A field without a value is left out, and so is what only programs read.
 */
export function ownTexts(entry: Entry, book: Book): Readonly<Record<string, readonly string[]>> {
  if (!book.types) return {};
  const type = typeTitle(entry, book);
  const facts = (['badge', 'facts', 'after'] as const).flatMap((shown) => ownFacts(entry, book, shown));
  return Object.fromEntries([
    ...(type === '' ? [] : [['type', [type]]]),
    ...facts.map(({ name, values }) => [name, values.map((value) => value.map(textOf).join(''))]),
  ]);
}

function textOf(piece: Say): string {
  switch (piece.kind) {
    case 'date':
      return piece.date;
    case 'prose':
      return plainWords(piece.nodes);
    case 'entry':
    case 'number':
      return piece.number;
    default:
      return piece.text;
  }
}
