import type { Details } from '@octavo/core';
import { addIn, type BlockContext, inlineContext, setIn } from './block-context.ts';
import { indented } from './indented.ts';
import { inlineRuns } from './inline.ts';

/** Sets a fold, which is open on paper: its summary, then its content, indented. */
export async function details(node: Details, context: BlockContext): Promise<void> {
  const { session, column } = context;
  const element = session.structure.open('Div', context.node);
  const summary = session.structure.open('P', element);
  const style = { ...context.style, weight: 600 };
  const runs = inlineRuns(session, node.summary, inlineContext(context, summary, style));
  column.space(context.gap);
  addIn(context, setIn(context, runs), { keep: 2 });
  const indent = context.leading * 0.9;
  await context.blocks(
    node.children,
    { ...context, node: element, ...indented(context, indent, context.width - indent) },
    node.summary.length,
  );
}
