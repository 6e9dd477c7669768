import type { Block } from '@octavo/core';
import { headingAnchor } from '@octavo/core/say';
import type { TextRun, TextStyle } from '../text/text-run.ts';
import type { BlockContext } from './block-context.ts';
import { plainRuns } from './inline.ts';
import { labelRuns } from './label-runs.ts';

type Part = Extract<Block, { readonly type: 'heading' | 'figure' | 'table' | 'math' }>;

/**
 * Marks what is added next as the place that links to a figure, table, formula or heading lead to; it belongs
 * to an element.
 */
export function anchorPart({ id }: Pick<Part, 'id'>, { column, edit }: BlockContext, node: number): void {
  // What was deleted leads nowhere, and what has its name now may stand elsewhere.
  if (edit === 'deleted') return;
  if (id !== undefined && column.entry !== undefined) column.anchor(headingAnchor(column.entry, id), node);
}

/** The number of a part, in a `Lbl` of its caption or heading (ISO 32000-1, 14.8.4.3.3; ISO 32000-2, 14.8.4.7.3). */
export function partLabel(
  { numbered, before }: Pick<Part, 'numbered' | 'before'>,
  context: BlockContext,
  style: TextStyle,
  node: number,
): TextRun[] {
  if (numbered === undefined) return [];
  const { session } = context;
  const label = session.structure.open('Lbl', node);
  const runs = labelRuns(context, numbered, { ...style, weight: 600 }, label, before);
  return [...runs, ...plainRuns(session, ' ', style, node)];
}
