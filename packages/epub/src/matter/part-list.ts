import { phrasingToHast } from '@octavo/core/hast';
import { type PartList, partLists } from '@octavo/core/say';
import { h } from 'hastscript';
import type { BookDocument } from '../book/book-document.ts';
import { type Context, hrefOf } from '../context.ts';
import { optionsFor } from '../entry/hast-options.ts';
import { lineBreaks } from '../pages/matter-breaks.ts';
import { matterDocument } from './matter-document.ts';

/** The terms of the EPUB 3 Structural Semantics Vocabulary for lists: of illustrations and of tables. */
export const LIST_TYPES = { figures: 'loi', tables: 'lot' } as const;

/** The lists of figures and tables that the book asks for. */
export function partListDocuments(context: Context): readonly BookDocument[] {
  return partLists(context.handbook).map((list) => partListDocument(context, list));
}

function partListDocument(context: Context, { kind, lines }: PartList): BookDocument {
  const items = lines.map(({ number, id, numbered, caption }, at) =>
    h('li', [
      ...lineBreaks(context, kind, [at]),
      h('a', { href: hrefOf(context)({ number, fragment: id }) }, [
        h('span.number', numbered),
        ' ',
        ...phrasingToHast(caption, optionsFor(context, `${kind}_`, 2)),
      ]),
    ]),
  );
  return matterDocument(context, kind, { 'epub:type': LIST_TYPES[kind] }, [h('ul.part-lines', items)]);
}
