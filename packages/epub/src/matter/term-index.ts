import type { Element } from 'hast';
import { h } from 'hastscript';
import { numberLinks } from '../entry/number-links.ts';
import { lineBreaks, matterBreaks } from '../pages/matter-breaks.ts';
import { FILES } from '../plan/addresses.ts';
import type { BookDocument } from '../plan/book-document.ts';
import type { Context } from '../plan/context.ts';
import { type IndexLine, indexLines } from './index-lines.ts';
import { initialOf } from './initial.ts';

/** The index of terms (`doc-index`), grouped by initial; undefined when no entry names a term. */
export function termIndex(context: Context): BookDocument | undefined {
  const { labels, language } = context.handbook;
  const lines = indexLines(context.index.entries, language);
  if (lines.length === 0) return undefined;
  const groups = byInitial(lines, language);
  const content = h('section', { role: 'doc-index', ariaLabelledBy: 'index' }, [
    ...matterBreaks(context, 'index'),
    h('h1', { id: 'index' }, labels.index),
    ...[...groups].flatMap(([initial, group]) => [
      h('h2', { className: ['initial'] }, initial),
      list(context, group),
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

function byInitial(lines: readonly IndexLine[], language: string): ReadonlyMap<string, readonly IndexLine[]> {
  const groups = new Map<string, IndexLine[]>();
  for (const line of lines) {
    const initial = initialOf(line.term, language);
    const group = groups.get(initial);
    if (group) group.push(line);
    else groups.set(initial, [line]);
  }
  return groups;
}

function list(context: Context, lines: readonly IndexLine[]): Element {
  return h(
    'ul',
    { className: ['index-lines'] },
    lines.map((line) =>
      h('li', [
        ...lineBreaks(context, 'index', line.path),
        line.term,
        ...(line.numbers.length > 0 ? [', ', ...numberLinks(context, line.numbers)] : []),
        ...(line.below.length > 0 ? [list(context, line.below)] : []),
      ]),
    ),
  );
}
