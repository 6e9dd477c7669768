import type { RootContent } from 'mdast';

/** Headings of an answer begin at level 2 and go down one level at a time. */
export function nestHeadings(blocks: RootContent[]): RootContent[] {
  const open: number[] = [];
  return blocks.map((block) => {
    if (block.type !== 'heading') return block;
    while (open.length > 0 && (open.at(-1) ?? 0) >= block.depth) open.pop();
    open.push(block.depth);
    return { ...block, depth: Math.min(6, open.length + 1) as 2 };
  });
}
