import { boundsFault } from '@octavo/core/read';
import type { Nodes, Parents, RootContent } from 'mdast';
import { stringify } from '../markdown/stringify.ts';
import { lineOf } from '../model/place.ts';
import { textOf } from '../model/text-of.ts';

/** Marks without which no block can be too much for core. */
const FEW = 700;

/**
 * Blocks that core can read again: one that holds more marks than any person writes becomes code, with
 * its words as they are, and `tell` is told its line.
 */
export function withinBounds(blocks: readonly RootContent[], tell: (line: number) => void): RootContent[] {
  return blocks.map((block) => {
    const text = textOf(block);
    if (text.length <= FEW || marksIn(block) <= FEW) return block;
    if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'table') {
      if (!boundsFault(stringify({ type: 'root', children: [block] }))) return block;
      tell(lineOf(block, 0));
      return { type: 'code', value: text, position: block.position };
    }
    if (!('children' in block)) return block;
    const children = withinBounds((block as Parents).children as RootContent[], tell);
    return { ...block, children } as RootContent;
  });
}

/** How many characters of a block could be marks, and how many nodes are written with some. */
function marksIn(node: Nodes): number {
  if ('children' in node) return (node.children as Nodes[]).reduce((sum, child) => sum + marksIn(child), 1);
  return 1 + (textOf(node).match(/[!-/:-@[-`{-~]/g)?.length ?? 0);
}
