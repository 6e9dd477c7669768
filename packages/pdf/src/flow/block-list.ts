import { clauseKey, type List, type ListItem } from '@octavo/core';
import { headingAnchor } from '@octavo/core/say';
import type { Numbering } from '../display/structure-node.ts';
import { textWidth } from '../text/set-text.ts';
import { type BlockContext, childPlace, setIn, spaceBefore } from './block-context.ts';
import { plainRuns } from './inline.ts';
import { labelRuns } from './label-runs.ts';

const BULLETS = ['•', '–', '·'];
/**
 * Lists that are nested deeper than this are no longer indented, so that the text keeps a readable measure.
 */
const DEEPEST_INDENT = 8;

/**
 * Sets a bulleted, numbered or task list, or a list of clauses, each of which is a place that links lead to.
 */
export async function list(node: List, context: BlockContext): Promise<void> {
  const { session, column } = context;
  const numbering = numberingOf(node);
  const element = session.structure.open('L', context.node, { numbering });
  const labels = node.children.map((item, index) => label(node, item, index, context));
  const style = { ...context.style, features: [...context.style.features, 'tnum'] };
  const widths = labels.map((text, index) => {
    const before = node.children[index]?.before;
    const all = before === undefined ? text : `${before}\u2002${text}`;
    return textWidth(session, plainRuns(session, all, style, -1));
  });
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const indent =
    context.nesting < DEEPEST_INDENT
      ? Math.max(context.style.size * 1.7, widest + context.style.size * 0.55)
      : 0;
  const gap = node.spread ? context.gap : 0;
  column.space(context.follows === 'paragraph' && !node.spread ? 0 : spaceBefore(context));
  for (const [index, item] of node.children.entries()) {
    const li = session.structure.open('LI', element);
    const lbl = session.structure.open('Lbl', li, taskName(item, labels[index] ?? '', context));
    const own = { ...context, edit: item.edited ?? context.edit };
    for (const address of item.clause === undefined ? [] : [item.clause, ...(item.formerly ?? [])])
      if (column.entry !== undefined && own.edit !== 'deleted')
        column.anchor(headingAnchor(column.entry, clauseKey(address)), li);
    const first = column.pieces.length;
    const runs = labelRuns(own, labels[index] ?? '', style, lbl, item.before);
    const [line] = setIn(context, runs, { width: 200, align: 'left', direction: 'ltr' });
    const body = session.structure.open('LBody', li);
    if (index > 0) column.space(gap);
    await context.blocks(item.children, {
      ...own,
      node: body,
      x: context.direction === 'rtl' ? context.x : context.x + indent,
      width: context.width - indent,
      gap: item.spread ? context.gap : 0,
      place: childPlace(context.place, index),
      nesting: context.nesting + 1,
    });
    if (line) {
      const edge = context.x + Math.max(0, indent - context.style.size * 0.55 - line.width);
      const x =
        context.direction === 'rtl' ? context.x + context.width - indent + context.style.size * 0.55 : edge;
      if (column.pieces.length > first) column.beside(first, line, x);
      else column.addLines([line], { x });
    }
    // Neither the first item nor the last stands alone on a page.
    const { length } = node.children;
    if (length > 1 && (index === 0 || index === length - 2)) column.keepLast();
  }
  column.space(context.nesting > 0 ? gap : context.gap);
}

/** How a list counts (ISO 32000-2, 14.8.5.5). Clauses count as the label of the first one does. */
function numberingOf({ ordered, labelled, children }: List): Numbering {
  if (!labelled) return ordered ? 'Decimal' : 'Disc';
  const core = /[\p{L}\p{N}]+/u.exec(children[0]?.label?.normalize('NFKC') ?? '')?.[0] ?? '';
  if (/^\d+$/.test(core)) return 'Decimal';
  if (!/^[A-Za-z]+$/.test(core)) return 'Ordered';
  const kind = core.toLowerCase() === 'i' ? 'Roman' : 'Alpha';
  return `${core === core.toLowerCase() ? 'Lower' : 'Upper'}${kind}`;
}

function label(node: List, item: ListItem, index: number, context: BlockContext): string {
  if (item.label !== undefined) return item.label;
  const number = node.ordered ? `${(node.start ?? 1) + placeIn(node, index)}.` : '';
  if (item.checked !== undefined) return [number, item.checked ? '☑' : '☐'].filter(Boolean).join('\u00a0');
  if (number) return number;
  return BULLETS[Math.min(context.nesting, BULLETS.length - 1)] ?? '•';
}

/** Tells how many items stand before an item in the edition that it is of: for a deleted one, in the earlier edition. */
function placeIn({ children }: List, index: number): number {
  const other = children[index]?.edited === 'deleted' ? 'inserted' : 'deleted';
  return children.slice(0, index).filter(({ edited }) => edited !== other).length;
}

/**
 * Returns what is said in place of a task's box: the item's number, if it has one, and whether the task is
 * done.
 */
function taskName(item: ListItem, label: string, context: BlockContext): { alt?: string } {
  const { done, open } = context.session.facts.labels;
  return item.checked === undefined ? {} : { alt: label.replace(/[☑☐]$/, item.checked ? done : open) };
}
