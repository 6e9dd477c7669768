import type { Entry } from '@octavo/core';
import { inMargin } from '../page/geometry.ts';
import { setText } from '../text/set-text.ts';
import { type BlockContext, inlineContext } from './block-context.ts';
import { inlineRuns, plainRuns } from './inline.ts';

/** How far a heading stands above the grid, of the leading: it is nearer to what is below it than to what is above, not on it. */
export const LIFT = 0.2;

/** The number in the margin, the question beside it. */
export function question(entry: Entry, context: BlockContext): void {
  const { session, column } = context;
  const { theme, geometry } = session;
  const first = column.pieces.length;
  const node = session.structure.open('H2', context.node);
  session.heading = 2;
  const number = plainRuns(session, `${entry.number} `, theme.number, node);
  const runs = inlineRuns(
    session,
    entry.question,
    inlineContext({ ...context, mentioned: new Set() }, node, theme.question),
  );
  const { leading } = context;
  const lines = setText(session, runs, {
    width: context.width,
    leading,
    direction: context.direction,
    balanced: true,
  });
  column.addLines(lines, {
    x: context.x,
    place: context.place,
    keep: 2,
    together: lines.length < 12,
    lift: leading * LIFT,
  });
  const [label] = setText(session, number, {
    width: geometry.hang + 40,
    leading,
    align: 'left',
    direction: 'ltr',
  });
  if (label) column.beside(first, label, inMargin(geometry, label.width) - label.left);
}
