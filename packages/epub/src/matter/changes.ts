import { marksLegend, passagesToHast } from '@octavo/core/hast';
import { type SaidChange, sayChanges } from '@octavo/core/say';
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
  const { labels } = context.handbook;
  const { changes = [], changesSince } = context.options;
  if (changes.length === 0) return undefined;
  const said = sayChanges(changes, context.handbook, changesSince);
  const { opening, marked, telling, corrections } = said;
  return matterDocument(context, 'changes', {}, [
    ...opening.map((line) => h('p', sayHast(context, line))),
    ...(marked ? [marksLegend(labels)] : []),
    ...list(context, telling),
    ...(corrections.length > 0 ? [h('h2', labels.corrections)] : []),
    ...list(context, corrections),
  ]);
}

function list(context: Context, changes: readonly SaidChange[]): Element[] {
  if (changes.length === 0) return [];
  const items = changes.map((change) => item(context, change));
  return [h('ul.changes', items)];
}

function item(
  context: Context,
  { passages, place, entry, label, words, word, sentences }: SaidChange,
): Element {
  const head = entry === undefined ? [h('span.number', label), ` ${words}`] : [questionLink(context, entry)];
  return h('li', [
    ...lineBreaks(context, 'changes', [place]),
    ...head,
    ` — ${word}`,
    ...sentences.map(({ say }) => h('p.change-note', sayHast(context, say))),
    ...passagesToHast(passages, context.handbook.labels),
  ]);
}
