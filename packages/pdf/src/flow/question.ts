import type { Entry } from '@octavo/core';
import { inMargin } from '../page/geometry.ts';
import { setText } from '../text/set-text.ts';
import { type BlockContext, inlineContext } from './block-context.ts';
import { inlineRuns, plainRuns } from './inline.ts';

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
  const leading = theme.question.size * 1.26;
  const lines = setText(session, runs, { width: context.width, leading, direction: context.direction });
  column.addLines(lines, { x: context.x, place: context.place, keep: true, together: lines.length < 12 });
  const [label] = setText(session, number, {
    width: geometry.hang + 40,
    leading,
    align: 'left',
    direction: 'ltr',
  });
  if (label) column.beside(first, label, inMargin(geometry, label.width) - label.left);
}
