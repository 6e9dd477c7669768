import type { Nodes, RootContent } from 'mdast';
import { onLines } from '../model/place.ts';
import { textOf } from '../model/text-of.ts';
import { wordsIn } from '../model/words.ts';

/** So many lines that hold the first word of a block are looked at. */
const MOST_LINES = 200;

/**
 * Blocks that were read by way of another format, each with the line of the source on which its first
 * words stand, from the block before on.
 */
export function placeByWords(blocks: readonly RootContent[], source: string): RootContent[] {
  const lines = source.split('\n').map(wordsIn);
  /** The lines that hold a word, the last one first: those before the current line are popped. */
  const holding = new Map<string, number[]>();
  for (let at = lines.length - 1; at >= 0; at--)
    for (const word of new Set(lines[at])) {
      const known = holding.get(word);
      if (known) known.push(at);
      else holding.set(word, [at]);
    }
  let from = 0;
  return blocks.map((block) => {
    const words = wordsIn(textOf(block).slice(0, 200)).slice(0, 4);
    const places = holding.get(words[0] ?? '') ?? [];
    while ((places.at(-1) ?? from) < from) places.pop();
    const wanted = ` ${words.join(' ')} `;
    from =
      places
        .slice(-MOST_LINES)
        .reverse()
        .find((at) => ` ${lines[at]?.join(' ')} `.includes(wanted)) ?? from;
    return onLine(block, from + 1) as RootContent;
  });
}

function onLine(node: Nodes, line: number): Nodes {
  const placed = { ...node, position: onLines(line) };
  if (!('children' in placed)) return placed;
  return { ...placed, children: placed.children.map((child) => onLine(child as Nodes, line)) } as Nodes;
}
