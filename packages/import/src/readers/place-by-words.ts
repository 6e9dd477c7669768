import type { Nodes, RootContent } from 'mdast';
import { textOf } from '../model/text-of.ts';
import { wordsIn } from '../model/words.ts';

/**
 * Blocks that were read by way of another format, each with the line of the source on which its first
 * words stand, from the block before on.
 */
export function placeByWords(blocks: readonly RootContent[], source: string): RootContent[] {
  const lines = source.split('\n').map((line) => ` ${wordsIn(line).join(' ')} `);
  let from = 0;
  return blocks.map((block) => {
    const words = wordsIn(textOf(block).slice(0, 200)).slice(0, 4).join(' ');
    const found =
      words === '' ? -1 : lines.findIndex((line, at) => at >= from && line.includes(` ${words} `));
    if (found >= 0) from = found;
    return onLine(block, from + 1) as RootContent;
  });
}

function onLine(node: Nodes, line: number): Nodes {
  const position = { start: { line, column: 1 }, end: { line, column: 1 } };
  if (!('children' in node)) return { ...node, position };
  return { ...node, position, children: node.children.map((child) => onLine(child as Nodes, line)) } as Nodes;
}
