import { type Change, changeHead, fillLabel, foldChanges, marksLegend, passagesToHast } from '@octavo/core';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { FILES } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { questionLink } from '../entry/question-link.ts';
import { lineBreaks, matterBreaks } from '../pages/matter-breaks.ts';

/** What changed since the last release, word by word, mere corrections last; undefined when nothing did. */
export function changesList(context: Context): BookDocument | undefined {
  const { labels } = context.handbook;
  const { changes = [], changesSince: since } = context.options;
  if (changes.length === 0) return undefined;
  const { telling, corrections } = foldChanges(changes);
  const content = h('section', { ariaLabelledBy: 'changes' }, [
    ...matterBreaks(context, 'changes'),
    h('h1', { id: 'changes' }, labels.changes),
    ...(since
      ? [h('p', fillLabel(labels.changesSince, { version: since.version, date: since.date.slice(0, 10) }))]
      : []),
    ...(changes.some(({ passages }) => passages.length > 0) ? [marksLegend(labels)] : []),
    ...list(telling, (change, place) => changeItem(context, change, place)),
    ...(corrections.length > 0 ? [h('h2', labels.corrections)] : []),
    ...list(corrections, (change, place) => changeItem(context, change, telling.length + place)),
  ]);
  return {
    file: FILES.changes,
    title: labels.changes,
    division: 'backmatter',
    kind: 'changes',
    content: () => [content],
  };
}

function list(changes: readonly Change[], item: (change: Change, place: number) => Element): Element[] {
  return changes.length === 0 ? [] : [h('ul', { className: ['changes'] }, changes.map(item))];
}

function changeItem(context: Context, change: Change, place: number): Element {
  const { labels } = context.handbook;
  const { kind, movedFrom, note, passages } = change;
  return h('li', [
    ...lineBreaks(context, 'changes', [place]),
    ...mention(context, change),
    ` — ${labels[kind]}`,
    ...(movedFrom === undefined ? [] : [`. ${fillLabel(labels.movedFrom, { chapter: movedFrom })}`]),
    ...replacement(context, change),
    note ? h('p', { className: ['change-note'] }, note) : undefined,
    kind === 'changed' && passages.length === 0
      ? h('p', { className: ['change-note'] }, labels.wordsUnchangedNotice)
      : undefined,
    ...passagesToHast(passages, labels),
  ]);
}

/** A link, or the words alone of what is no entry or is gone. */
function mention(context: Context, change: Change): ElementContent[] {
  const { number } = change;
  if (number !== undefined && context.index.entry.has(number)) return [questionLink(context, number)];
  const { label, words } = changeHead(change, context.handbook.labels);
  return [h('span', { className: ['number'] }, label), { type: 'text', value: ` ${words}` }];
}

function replacement(context: Context, { replacedBy }: Change): (Element | string)[] {
  if (replacedBy === undefined || !context.index.entry.has(replacedBy)) return [];
  const [before = '', after = ''] = context.handbook.labels.replacedBy.split('{entry}');
  return ['. ', before, questionLink(context, replacedBy), after];
}
