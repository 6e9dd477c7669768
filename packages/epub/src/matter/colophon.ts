import { type ImprintFact, imprintFacts, sayTitle } from '@octavo/core/say';
import { h } from 'hastscript';
import { FILES } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { matterBreaks } from '../pages/matter-breaks.ts';
import { sayHast } from '../say.ts';
import { detailsList } from './details-list.ts';

/** The facts that distinguish one copy from another; the imprint states all facts. */
const TELLING: ReadonlySet<ImprintFact['name']> = new Set(['edition', 'questions', 'identifier']);

/** The colophon: it identifies this copy, so that another copy can be compared with it. */
export function colophon(context: Context): BookDocument {
  const { handbook } = context;
  const { labels } = handbook;
  const content = h('section', { role: 'doc-colophon', ariaLabelledBy: 'colophon' }, [
    ...matterBreaks(context, 'colophon'),
    h('h1', { id: 'colophon' }, labels.colophon),
    h('p', sayHast(context, sayTitle(handbook))),
    detailsList(
      context,
      imprintFacts(handbook, 'epub').filter(({ name }) => TELLING.has(name)),
    ),
    h('p', { className: ['made-with'], lang: 'en', dir: 'ltr' }, 'Octavo · EPUB 3.3'),
  ]);
  return {
    file: FILES.colophon,
    title: labels.colophon,
    division: 'backmatter',
    kind: 'colophon',
    content: () => [content],
  };
}
