import type { Block, Heading } from '../../model/answer.ts';

/** Moves headings so that the shallowest one of a body is one level below the entry's own, whatever level the author began at. */
export function nestHeadings(blocks: readonly Block[]): readonly Block[] {
  const depths = blocks.filter((block) => block.type === 'heading').map((heading) => heading.depth);
  const shift = depths.length === 0 ? 0 : Math.min(...depths) - 1;
  if (shift === 0) return blocks;
  return blocks.map((block) => (block.type === 'heading' ? { ...block, depth: (block.depth - shift) as Heading['depth'] } : block));
}
