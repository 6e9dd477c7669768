import type { Heading, Phrasing } from '@octavo/core';
import { headingAnchor } from '@octavo/core/say';
import type { StructureType } from '../display/roles.ts';
import { setText } from '../text/set-text.ts';
import type { TextRun, TextStyle } from '../text/text-run.ts';
import type { BlockContext } from './block-context.ts';
import { inlineRuns } from './inline.ts';

/** A heading inside an answer: with the two lines that follow it. */
export function heading(node: Heading, context: BlockContext): void {
  const level = Math.min(6, context.level + node.depth - 1, context.session.heading + 1);
  context.session.heading = level;
  const style = context.session.theme.headings[node.depth - 1] ?? context.style;
  context.column.space(context.leading, 1);
  const entry = context.column.entry;
  const element = context.session.structure.open(`H${level}` as StructureType, context.node);
  if (node.id !== undefined && entry !== undefined)
    context.column.anchor(headingAnchor(entry, node.id), element);
  headingLines(node.children, element, style, context);
}

/** A line of heading in any style, the text of an element, kept with what follows. */
export function headingLines(
  nodes: readonly Phrasing[],
  element: number,
  style: TextStyle,
  context: BlockContext,
): void {
  const { session } = context;
  const runs = inlineRuns(session, nodes, {
    style,
    node: element,
    language: context.language,
    owner: context.owner,
  });
  addHeading(runs, context);
}

/** How far a heading stands above the grid, of the leading: it is nearer to what is below it than to what is above, not on it. */
const LIFT = 0.2;

/** Adds the lines of a heading, which the two lines or items behind it stay with. */
export function addHeading(runs: readonly TextRun[], { session, column, ...context }: BlockContext): void {
  const lines = setText(session, runs, {
    width: context.width,
    leading: context.leading,
    direction: context.direction,
    balanced: true,
  });
  column.addLines(lines, {
    x: context.x,
    place: context.place,
    keep: 2,
    together: lines.length < 12,
    lift: context.leading * LIFT,
  });
}
