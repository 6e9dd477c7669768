import { type IndexHeading, indexGroups, sayNumbers } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { lineBreaks } from '../pages/matter-breaks.ts';
import { sayHast } from '../say.ts';
import { matterDocument } from './matter-document.ts';

/** The index of terms (`doc-index`), grouped by initial; undefined when no entry names a term. */
export function termIndex(context: Context): BookDocument | undefined {
  const { labels } = context.handbook;
  const groups = indexGroups(context.handbook);
  if (groups.length === 0) return undefined;
  return matterDocument(context, 'index', { role: 'doc-index' }, [
    h('p.headnote', labels.indexNumbersNotice),
    ...groups.flatMap(({ letter, items }) => [h('h2.initial', letter), list(context, items)]),
  ]);
}

function list(context: Context, headings: readonly IndexHeading[]): Element {
  return h(
    'ul.index-lines',
    headings.map(({ term, path, numbers, below }) =>
      h('li', [
        ...lineBreaks(context, 'index', path),
        term,
        numbers.length > 0 ? [', ', ...sayHast(context, sayNumbers(numbers))] : undefined,
        below.length > 0 ? list(context, below) : undefined,
      ]),
    ),
  );
}
