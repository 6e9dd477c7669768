import { phrasingToHast } from '@octavo/core/hast';
import { type PartList, partLists } from '@octavo/core/say';
import { h } from 'hastscript';
import { FILES } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import { type Context, hrefOf } from '../context.ts';
import { optionsFor } from '../entry/hast-options.ts';
import { lineBreaks, matterBreaks } from '../pages/matter-breaks.ts';

/** The terms of the EPUB 3 Structural Semantics Vocabulary for lists: of illustrations and of tables. */
export const LIST_TYPES = { figures: 'loi', tables: 'lot' } as const;

/** The lists of figures and tables that the book asks for. */
export function partListDocuments(context: Context): readonly BookDocument[] {
  return partLists(context.handbook).map((list) => partListDocument(context, list));
}

function partListDocument(context: Context, { kind, title, lines }: PartList): BookDocument {
  const items = lines.map(({ number, id, numbered, caption }, at) =>
    h('li', [
      ...lineBreaks(context, kind, [at]),
      h('a', { href: hrefOf(context)({ number, fragment: id }) }, [
        h('span', { className: ['number'] }, numbered),
        ' ',
        ...phrasingToHast(caption, optionsFor(context, `${kind}_`, 2)),
      ]),
    ]),
  );
  const content = h('section', { 'epub:type': LIST_TYPES[kind], ariaLabelledBy: kind }, [
    ...matterBreaks(context, kind),
    h('h1', { id: kind }, title),
    h('ul', { className: ['part-lines'] }, items),
  ]);
  return { file: FILES[kind], title, division: 'frontmatter', kind: 'parts', content: () => [content] };
}
