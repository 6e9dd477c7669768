import type { Entry } from '@octavo/core';
import { inOwnDirection } from '@octavo/core/say';
import { hanging, inMargin } from '../page/geometry.ts';
import { setText } from '../text/set-text.ts';
import { type BlockContext, inlineContext } from './block-context.ts';
import { addHeading } from './block-heading.ts';
import { inlineRuns } from './inline.ts';
import { labelRuns } from './label-runs.ts';

/** Sets the number in the margin and the question beside it; a number that is too wide stands before the question. */
export function question(entry: Entry, context: BlockContext): void {
  const { session, column } = context;
  const { theme, geometry } = session;
  const first = column.pieces.length;
  const node = session.structure.open('H2', context.node);
  session.heading = 2;
  const number = labelRuns(context, `${entry.number} `, theme.number, node);
  const runs = inlineRuns(
    session,
    inOwnDirection(entry.edits?.question ?? entry.question, session.facts.direction),
    inlineContext({ ...context, mentioned: new Set() }, node, theme.question),
  );
  const { leading } = context;
  const label = hanging(
    setText(session, number, { width: geometry.hang + 40, leading, align: 'left', direction: 'ltr' }),
    geometry,
  );
  addHeading(label ? runs : [...number, ...runs], context);
  if (label) column.beside(first, label, inMargin(geometry, label.width) - label.left);
}
