import { imprintFacts, sayTitle } from '@octavo/core/say';
import { h } from 'hastscript';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { sayHast } from '../say.ts';
import { detailsList } from './details-list.ts';
import { matterDocument } from './matter-document.ts';

/** The imprint: title, edition, those who made the book, rights and identifiers. */
export function imprint(context: Context): BookDocument {
  const { handbook } = context;
  return matterDocument(context, 'imprint', { 'epub:type': 'copyright-page' }, [
    h('p.work', sayHast(context, sayTitle(handbook))),
    detailsList(context, imprintFacts(handbook, 'epub', context.options.stateHash)),
    handbook.description ? h('p.description', handbook.description) : undefined,
  ]);
}
