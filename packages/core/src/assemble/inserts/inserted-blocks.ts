import type { Root } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import type { Block } from '../../model/answer.ts';
import { MAX_DEPTH } from '../../read/bounds.ts';
import { tooDeepAt } from '../../read/tree-depth.ts';
import { joinCaptions } from '../body/join-captions.ts';
import type { BodyContext, MakeBlocks } from '../body-context.ts';
import { placedAt } from './placed.ts';
import { openSnippet } from './snippet.ts';

/** The blocks of the snippet that `::snippet{id=…}` names, in its place. */
export function snippetBlocks(
  node: LeafDirective,
  context: BodyContext,
  childBlocks: MakeBlocks,
): readonly Block[] {
  const open = openSnippet(node, context);
  if (!open) return [];
  const { tree, context: own } = open;
  const blocks = joinCaptions(childBlocks(tree, own), own);
  return bounded(placedAt(blocks, node.position, own.file.path), node, context);
}

/** Reports what nests too deep once it is put in (`nesting-bounded`). */
function bounded(blocks: readonly Block[], node: LeafDirective, context: BodyContext): readonly Block[] {
  if (!tooDeepAt({ type: 'root', children: blocks } as unknown as Root)) return blocks;
  context.report('nesting-bounded', {
    reason: `what is put in nests more than ${MAX_DEPTH} deep here`,
    place: node.position,
    note: 'Flatten it.',
  });
  return [];
}
