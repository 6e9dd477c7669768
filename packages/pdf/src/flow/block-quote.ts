import type { Blockquote } from '@octavo/core';
import { FAINT } from '../page/theme.ts';
import { type BlockContext, spaceBefore } from './block-context.ts';
import { indented } from './indented.ts';
import type { Frame } from './piece.ts';

/** A quotation, indented beside a hairline. */
export async function blockquote(node: Blockquote, context: BlockContext): Promise<void> {
  const { session, column } = context;
  const element = session.structure.open('BlockQuote', context.node);
  const indent = context.leading;
  const frame: Frame = { x: edge(context, 1), width: 1, above: 0, below: 0, bar: { color: FAINT, width: 1 } };
  column.space(spaceBefore(context), 1);
  await column.framed(frame, () =>
    context.blocks(node.children, {
      ...context,
      node: element,
      ...indented(context, indent, context.width - indent * 1.5),
    }),
  );
  column.space(context.gap);
}

function edge(context: BlockContext, width: number): number {
  return context.direction === 'rtl' ? context.x + context.width - width : context.x;
}
