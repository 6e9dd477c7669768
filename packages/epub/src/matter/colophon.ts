import { bookAddress } from '@octavo/core';
import { bookRange } from '@octavo/core/say';
import { h } from 'hastscript';
import { FILES } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { matterBreaks } from '../pages/matter-breaks.ts';
import { detailsList } from './details-list.ts';

/** The colophon: what this copy is, so that another copy can be compared with it. */
export function colophon(context: Context): BookDocument {
  const { handbook, index } = context;
  const { labels } = handbook;
  const range = bookRange(handbook);
  const content = h('section', { role: 'doc-colophon', ariaLabelledBy: 'colophon' }, [
    ...matterBreaks(context, 'colophon'),
    h('h1', { id: 'colophon' }, labels.colophon),
    h('p', h('cite', handbook.title)),
    detailsList([
      [labels.version, handbook.edition.version],
      [labels.date, handbook.edition.date.slice(0, 10)],
      [labels.questions, `${index.entries.length}${range ? ` (${range})` : ''}`],
      [labels.identifier, h('a', { href: bookAddress(handbook) }, bookAddress(handbook))],
    ]),
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
