import { fillLabel } from '@octavo/core';
import { historyLine, historyOfBook } from '@octavo/core/say';
import { h } from 'hastscript';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { lineBreaks } from '../pages/matter-breaks.ts';
import { sayHast } from '../say.ts';
import { matterDocument } from './matter-document.ts';

/** What earlier editions did to the entries, a line for each; undefined when there is nothing to tell. */
export function historyList(context: Context): BookDocument | undefined {
  const { labels } = context.handbook;
  const { first, lines } = historyOfBook(context.handbook);
  if (lines.length === 0) return undefined;
  const items = lines.map(({ number, said }, place) =>
    h('li', [
      ...lineBreaks(context, 'history', [place]),
      ...sayHast(context, [{ kind: 'number', number }]),
      ' ',
      ...sayHast(context, historyLine(said)),
    ]),
  );
  return matterDocument(context, 'history', {}, [
    h('p', fillLabel(labels.historyNotice, { version: first })),
    h('ul', { className: ['changes'] }, items),
  ]);
}
