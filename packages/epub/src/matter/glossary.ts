import { phrasingToHast, type Term } from '@octavo/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { optionsFor } from '../entry/hast-options.ts';
import { numberLinks } from '../entry/number-links.ts';
import { lineBreaks, matterBreaks } from '../pages/matter-breaks.ts';
import { FILES } from '../plan/addresses.ts';
import { termAnchor } from '../plan/anchors.ts';
import type { BookDocument } from '../plan/book-document.ts';
import type { Context } from '../plan/context.ts';

/** The glossary (`doc-glossary`), in the alphabet of the book's language; undefined without terms. */
export function glossary(context: Context): BookDocument | undefined {
  const { labels, language } = context.handbook;
  if (context.handbook.glossary.length === 0) return undefined;
  const collator = new Intl.Collator(language);
  const terms = context.handbook.glossary.toSorted((a, b) => collator.compare(a.term, b.term));
  const content = h('section', { role: 'doc-glossary', ariaLabelledBy: 'glossary' }, [
    ...matterBreaks(context, 'glossary'),
    h('h1', { id: 'glossary' }, labels.glossary),
    h(
      'dl',
      { className: ['terms'] },
      terms.flatMap((term, place) => termItems(context, term, place)),
    ),
  ]);
  return {
    file: FILES.glossary,
    title: labels.glossary,
    division: 'backmatter',
    kind: 'glossary',
    content: () => [content],
  };
}

function termItems(context: Context, term: Term, place: number): readonly Element[] {
  const { labels } = context.handbook;
  const anchor = termAnchor(term.id);
  const definition = phrasingToHast(term.definition, optionsFor(context, `${anchor}_`, 2));
  return [
    h('dt', { id: anchor, 'epub:type': 'glossterm' }, [
      ...lineBreaks(context, 'glossary', [place]),
      h('dfn', term.term),
    ]),
    h('dd', { 'epub:type': 'glossdef' }, [
      h('p', definition),
      term.also.length > 0
        ? h('p', { className: ['also'] }, `${labels.alsoCalled} ${term.also.join(', ')}`)
        : undefined,
      term.entries.length > 0
        ? h('p', { className: ['see'] }, [`${labels.see} `, ...numberLinks(context, term.entries)])
        : undefined,
    ]),
  ];
}
