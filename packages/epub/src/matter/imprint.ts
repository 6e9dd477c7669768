import { imprintFacts, sayTitle } from '@octavo/core/say';
import { h } from 'hastscript';
import { FILES } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { matterBreaks } from '../pages/matter-breaks.ts';
import { sayHast } from '../say.ts';
import { detailsList } from './details-list.ts';

/** The imprint: title, edition, those who made the book, rights and identifiers. */
export function imprint(context: Context): BookDocument {
  const { handbook } = context;
  const { labels } = handbook;
  const content = h('section', { 'epub:type': 'copyright-page', ariaLabelledBy: 'imprint' }, [
    ...matterBreaks(context, 'imprint'),
    h('h1', { id: 'imprint' }, labels.imprint),
    h('p', { className: ['work'] }, sayHast(context, sayTitle(handbook))),
    detailsList(context, imprintFacts(handbook, 'epub')),
    handbook.description ? h('p', { className: ['description'] }, handbook.description) : undefined,
  ]);
  return {
    file: FILES.imprint,
    title: labels.imprint,
    division: 'frontmatter',
    kind: 'imprint',
    content: () => [content],
  };
}
