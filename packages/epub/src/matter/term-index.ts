import { type IndexHeading, indexGroups, sayNumbers } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { FILES } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { lineBreaks, matterBreaks } from '../pages/matter-breaks.ts';
import { sayHast } from '../say.ts';

/** The index of terms (`doc-index`), grouped by initial; undefined when no entry names a term. */
export function termIndex(context: Context): BookDocument | undefined {
  const { labels } = context.handbook;
  const groups = indexGroups(context.handbook);
  if (groups.length === 0) return undefined;
  const content = h('section', { role: 'doc-index', ariaLabelledBy: 'index' }, [
    ...matterBreaks(context, 'index'),
    h('h1', { id: 'index' }, labels.index),
    h('p', { className: ['headnote'] }, labels.indexNumbersNotice),
    ...groups.flatMap(({ letter, items }) => [
      h('h2', { className: ['initial'] }, letter),
      list(context, items),
    ]),
  ]);
  return {
    file: FILES.index,
    title: labels.index,
    division: 'backmatter',
    kind: 'index',
    content: () => [content],
  };
}

function list(context: Context, headings: readonly IndexHeading[]): Element {
  return h(
    'ul',
    { className: ['index-lines'] },
    headings.map(({ term, path, numbers, below }) =>
      h('li', [
        ...lineBreaks(context, 'index', path),
        term,
        ...(numbers.length > 0 ? [', ', ...sayHast(context, sayNumbers(numbers))] : []),
        ...(below.length > 0 ? [list(context, below)] : []),
      ]),
    ),
  );
}
