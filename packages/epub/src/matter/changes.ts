import type { Change } from '@octavo/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { questionLink } from '../entry/question-link.ts';
import { lineBreaks, matterBreaks } from '../pages/matter-breaks.ts';
import { FILES } from '../plan/addresses.ts';
import type { BookDocument } from '../plan/book-document.ts';
import type { Context } from '../plan/context.ts';

/** The list of what changed since the last release; undefined when there is nothing to list. */
export function changesList(context: Context): BookDocument | undefined {
  const { labels } = context.handbook;
  const changes = context.options.changes ?? [];
  if (changes.length === 0) return undefined;
  const content = h('section', { ariaLabelledBy: 'changes' }, [
    ...matterBreaks(context, 'changes'),
    h('h1', { id: 'changes' }, labels.changes),
    h(
      'ul',
      { className: ['changes'] },
      changes.map((change, place) => changeItem(context, change, place)),
    ),
  ]);
  return {
    file: FILES.changes,
    title: labels.changes,
    division: 'backmatter',
    kind: 'changes',
    content: () => [content],
  };
}

function changeItem(context: Context, change: Change, place: number): Element {
  return h('li', [
    ...lineBreaks(context, 'changes', [place]),
    questionLink(context, change.number),
    ` — ${context.handbook.labels[change.kind]}`,
    change.note ? h('p', { className: ['change-note'] }, change.note) : undefined,
  ]);
}
