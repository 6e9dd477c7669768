import type { Entry } from '@octavo/core';
import { entryIri } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { CITE, copyButton, reportLink } from './actions.ts';
import { questionText } from './entry-text.ts';

/** How to cite an answer: book, number, question, edition, publisher, date, permanent IRI; and what else one can do. */
export function cite(site: Site, entry: Entry): Element {
  const { handbook } = site;
  const { labels, edition } = handbook;
  const iri = entryIri(handbook, entry.number);
  return h('section', { id: CITE, className: ['cite'] }, [
    h('h2', labels.cite),
    h('blockquote', [
      h('p', [
        h('cite', handbook.title),
        `, ${entry.number}: `,
        h('q', questionText(entry)),
        ` ${labels.edition} ${edition.version}. `,
        ...(handbook.publisher ? [`${handbook.publisher.name}, `] : []),
        `${edition.date.slice(0, 10)}. `,
        h('a', { href: iri, className: ['iri'], dir: 'ltr' }, iri),
      ]),
    ]),
    h('p', { className: ['actions'] }, [
      copyButton(site, entry),
      h('a', { href: rooted(site.paths.markdown(entry.number)), type: 'text/markdown' }, 'Markdown'),
      ...reportLink(site, entry),
    ]),
  ]);
}
