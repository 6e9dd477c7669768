import type { Entry } from '@octavo/core';
import { hanging, inMargin } from '../page/geometry.ts';
import { setText } from '../text/set-text.ts';
import { type BlockContext, inlineContext } from './block-context.ts';
import { inlineRuns, plainRuns } from './inline.ts';

/** How far a heading stands above the grid, of the leading: it is nearer to what is below it than to what is above, not on it. */
export const LIFT = 0.2;

/** Sets the number in the margin and the question beside it; a number that is too wide stands before the question. */
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
  const label = hanging(
    setText(session, number, { width: geometry.hang + 40, leading, align: 'left', direction: 'ltr' }),
    geometry,
  );
  const lines = setText(session, label ? runs : [...number, ...runs], {
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
  if (label) column.beside(first, label, inMargin(geometry, label.width) - label.left);
}
