import { marksLegend, passagesToHast } from '@octavo/core/hast';
import { type SaidChange, type SaidChanges, sayChanges, sayErrata } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { questionLink } from '../entry/question-link.ts';
import { lineBreaks } from '../pages/matter-breaks.ts';
import { sayHast } from '../say.ts';
import { matterDocument } from './matter-document.ts';

/**
 * What changed since the last release, word by word, with mere corrections last; undefined when nothing did.
 */
export function changesList(context: Context): BookDocument | undefined {
  const { changes = [], changesSince } = context.options;
  if (changes.length === 0) return undefined;
  return changesUnder(context, 'changes', sayChanges(changes, context.handbook, changesSince));
}

/** The corrigenda of all editions; undefined where there are none. */
export function errataList(context: Context): BookDocument | undefined {
  const said = sayErrata(context.handbook);
  return said && changesUnder(context, 'errata', said);
}

function changesUnder(
  context: Context,
  id: 'changes' | 'errata',
  { opening, marked, telling, corrections }: SaidChanges,
): BookDocument {
  const { labels } = context.handbook;
  const list = (some: readonly SaidChange[]): Element[] =>
    some.length === 0
      ? []
      : [
          h(
            'ul.changes',
            some.map((change) => item(context, id, change)),
          ),
        ];
  return matterDocument(context, id, {}, [
    ...opening.map((line) => h('p', sayHast(context, line))),
    ...(marked ? [marksLegend(labels)] : []),
    ...list(telling),
    ...(corrections.length > 0 ? [h('h2', labels.corrections)] : []),
    ...list(corrections),
  ]);
}

function item(
  context: Context,
  id: 'changes' | 'errata',
  { passages, place, entry, label, words, word, sentences }: SaidChange,
): Element {
  const head = entry === undefined ? [h('span.number', label), ` ${words}`] : [questionLink(context, entry)];
  return h('li', [
    ...lineBreaks(context, id, [place]),
    ...head,
    ` — ${word}`,
    ...sentences.map(({ say }) => h('p.change-note', sayHast(context, say))),
    ...passagesToHast(passages, context.handbook),
  ]);
}
