import { type ImprintFact, imprintFacts, sayTitle } from '@octavo/core/say';
import { h } from 'hastscript';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { sayHast } from '../say.ts';
import { detailsList } from './details-list.ts';
import { matterDocument } from './matter-document.ts';

/** The facts that distinguish one copy from another; the imprint states all facts. */
const TELLING: ReadonlySet<ImprintFact['name']> = new Set(['edition', 'questions', 'identifier', 'state']);

/** The colophon: it identifies this copy, so that another copy can be compared with it. */
export function colophon(context: Context): BookDocument {
  const { handbook } = context;
  return matterDocument(context, 'colophon', { role: 'doc-colophon' }, [
    h('p', sayHast(context, sayTitle(handbook))),
    detailsList(
      context,
      imprintFacts(handbook, 'epub', context.options.stateHash).filter(({ name }) => TELLING.has(name)),
    ),
    h('p.made-with', { lang: 'en', dir: 'ltr' }, 'Octavo · EPUB 3.3'),
  ]);
}
