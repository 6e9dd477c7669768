import { boundsFault } from '@octavo/core/read';
import type { Nodes, Parents, RootContent } from 'mdast';
import { stringify } from '../markdown/stringify.ts';
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
    if (text.length <= FEW || (text.match(/[!-/:-@[-`{-~]/g)?.length ?? 0) <= FEW) return block;
    if (holdsText(block)) {
      if (!boundsFault(stringify({ type: 'root', children: [block] }))) return block;
      tell(block.position?.start.line ?? 0);
      return { type: 'code', value: text, ...(block.position ? { position: block.position } : {}) };
    }
    if (!('children' in block)) return block;
    return {
      ...block,
      children: withinBounds((block as Parents).children as RootContent[], tell),
    } as RootContent;
  });
}

/** Whether code can stand in its place, and no block is inside. */
function holdsText(node: Nodes): boolean {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'table';
}
