import { phrasingToHast } from '@octavo/core/hast';
import { type BookList, bookLists, type ListLine } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { listFile } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import { type Context, hrefOf } from '../context.ts';
import { optionsFor } from '../entry/hast-options.ts';
import { lineBreaks } from '../pages/matter-breaks.ts';
import { sayHast } from '../say.ts';
import { titledDocument } from './matter-document.ts';

/** The terms of the EPUB 3 Structural Semantics Vocabulary for lists: of illustrations and of tables. */
export const LIST_TYPES = { figures: 'loi', tables: 'lot' } as const;

/** The lists that the book asks for. */
export function bookListDocuments(context: Context): readonly BookDocument[] {
  return bookLists(context.handbook).map((list) => listDocument(context, list));
}

function listDocument(context: Context, { id, title, groups }: BookList): BookDocument {
  let count = 0;
  const body = groups.flatMap((group) => [
    group.title.length > 0 ? h('h2', sayHast(context, group.title)) : undefined,
    h(
      'ul',
      { className: ['part-lines'] },
      group.lines.map((line) => lineItem(context, id, line, count++)),
    ),
  ]);
  const as = id === 'figures' || id === 'tables' ? { 'epub:type': LIST_TYPES[id] } : {};
  const place = { file: listFile(id), kind: 'parts', division: 'frontmatter' } as const;
  return titledDocument(context, id, title, place, as, body);
}

function lineItem(
  context: Context,
  list: BookList['id'],
  { number, id, label, words }: ListLine,
  at: number,
): Element {
  const href = id === undefined ? context.addresses.entry(number) : hrefOf(context)({ number, fragment: id });
  return h('li', [
    ...lineBreaks(context, list, [at]),
    h('a', { href }, [
      h('span', { className: ['number'] }, label),
      ' ',
      ...phrasingToHast(words, optionsFor(context, `${list}_`, 2)),
    ]),
  ]);
}
