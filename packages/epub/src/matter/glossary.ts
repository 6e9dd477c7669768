import type { Term } from '@octavo/core';
import { phrasingToHast } from '@octavo/core/hast';
import { glossaryGroups, type Say, sayExplainedBy, sayOtherNames } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { termAnchor } from '../book/anchors.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { optionsFor } from '../entry/hast-options.ts';
import { lineBreaks } from '../pages/matter-breaks.ts';
import { sayHast } from '../say.ts';
import { matterDocument } from './matter-document.ts';

/** The glossary (`doc-glossary`), in the alphabet of the book's language; undefined without terms. */
export function glossary(context: Context): BookDocument | undefined {
  if (context.handbook.glossary.length === 0) return undefined;
  const terms = glossaryGroups(context.handbook).flatMap(({ items }) => items);
  return matterDocument(context, 'glossary', { role: 'doc-glossary' }, [
    h(
      'dl.terms',
      terms.flatMap((term, place) => termItems(context, term, place)),
    ),
  ]);
}

function termItems(context: Context, term: Term, place: number): readonly Element[] {
  const anchor = termAnchor(term.id);
  const said = (name: string, sentence: readonly Say[]): readonly Element[] =>
    sentence.length === 0 ? [] : [h('p', { className: [name] }, [...sayHast(context, sentence)])];
  const definition = phrasingToHast(term.definition, optionsFor(context, `${anchor}_`, 2));
  return [
    h('dt', { id: anchor, 'epub:type': 'glossterm' }, [
      ...lineBreaks(context, 'glossary', [place]),
      h('dfn', term.term),
    ]),
    h('dd', { 'epub:type': 'glossdef' }, [
      h('p', definition),
      ...said('also', sayOtherNames(term, context.handbook)),
      ...said('see', sayExplainedBy(term, context.handbook)),
    ]),
  ];
}
