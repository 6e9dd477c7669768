import type { Block } from '@octavo/core';
import { admonition } from './block-admonition.ts';
import { thematicBreak } from './block-break.ts';
import { code } from './block-code.ts';
import { type BlockContext, childPlace } from './block-context.ts';
import { details } from './block-details.ts';
import { figure } from './block-figure.ts';
import { heading } from './block-heading.ts';
import { list } from './block-list.ts';
import { math } from './block-math.ts';
import { paragraph } from './block-paragraph.ts';
import { blockquote } from './block-quote.ts';
import { table } from './block-table.ts';

type Shown = Exclude<Block['type'], 'editFlow'>;
type BlockHandlers = {
  readonly [Type in Shown]: (
    node: Extract<Block, { readonly type: Type }>,
    context: BlockContext,
  ) => void | Promise<void>;
};

const BLOCKS: BlockHandlers = {
  paragraph,
  heading,
  thematicBreak: (_, context) => thematicBreak(context),
  blockquote,
  list,
  code,
  table,
  math,
  admonition,
  figure,
  details,
};

/**
 * Lays out blocks one below the other. `first`: the index of the first among its parent's children. `before`: what
 * stands before it there.
 */
export async function blocks(
  nodes: readonly Block[],
  context: BlockContext,
  first = 0,
  before?: Block,
): Promise<void> {
  for (const [index, node] of nodes.entries()) {
    const last = nodes[index - 1] ?? before;
    const place = childPlace(context.place, first + index);
    if (node.type === 'editFlow') {
      await blocks(node.children, { ...context, edit: node.kind, place }, 0, last);
      continue;
    }
    const handle = BLOCKS[node.type] as (node: Block, context: BlockContext) => void | Promise<void>;
    const own = { ...context, follows: lastBlock(last)?.type, place };
    const { session } = context;
    const start = node.position?.start;
    if (start) session.at({ ...session.place, line: start.line, column: start.column });
    await handle(node, own);
  }
}

/** Returns the block that is set last: an edit is no block by itself. */
function lastBlock(node: Block | undefined): Block | undefined {
  return node?.type === 'editFlow' ? lastBlock(node.children.at(-1)) : node;
}
