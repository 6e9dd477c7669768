import type { Heading } from '@octavo/core';
import type { StructureType } from '../display/roles.ts';
import type { TextRun } from '../text/text-run.ts';
import { addIn, type BlockContext, setIn } from './block-context.ts';
import { inlineRuns } from './inline.ts';
import { anchorPart, partLabel } from './part-label.ts';

/** Sets a heading inside an answer, which stays with the two lines that follow it. */
export function heading(node: Heading, context: BlockContext): void {
  const { session, column, language, owner } = context;
  const level = Math.min(6, context.level + node.depth - 1, session.heading + 1);
  session.heading = level;
  const style = session.theme.headings[node.depth - 1] ?? context.style;
  column.space(context.leading, 1);
  const element = session.structure.open(`H${level}` as StructureType, context.node);
  anchorPart(node, context, element);
  const label = partLabel(node, context, style, element);
  const words = inlineRuns(session, node.children, {
    style,
    node: element,
    language,
    owner,
    edit: context.edit,
  });
  addHeading([...label, ...words], context);
}

/**
 * A heading stands this far above the grid, as a share of the leading, so that it is nearer to what follows
 * it than to what precedes it.
 */
const LIFT = 0.2;

/** Adds the lines of a heading, which the two lines or items behind it stay with. */
export function addHeading(runs: readonly TextRun[], context: BlockContext): void {
  const lines = setIn(context, runs, { balanced: true });
  addIn(context, lines, { keep: 2, together: lines.length < 12, lift: context.leading * LIFT });
}
