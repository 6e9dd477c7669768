import type { Block, Heading } from '../../model/answer.ts';

/** Moves headings so that the shallowest one of a body is one level below the entry's own, whatever level the author began at. */
export function nestHeadings(blocks: readonly Block[]): readonly Block[] {
  const shift = Math.min(...depths(blocks), 7) - 1;
  return shift === 0 || shift === 6 ? blocks : blocks.map((block) => raise(block, shift));
}

function depths(blocks: readonly Block[]): readonly number[] {
  return blocks.flatMap((block) =>
    block.type === 'heading' ? [block.depth] : inside(block).flatMap(depths),
  );
}

/** The runs of blocks that a block holds. */
function inside(block: Block): readonly (readonly Block[])[] {
  switch (block.type) {
    case 'blockquote':
    case 'admonition':
    case 'details':
      return [block.children];
    case 'list':
      return block.children.map((item) => item.children);
    default:
      return [];
  }
}

function raise(block: Block, shift: number): Block {
  const all = (blocks: readonly Block[]) => blocks.map((child) => raise(child, shift));
  switch (block.type) {
    case 'heading':
      return { ...block, depth: (block.depth - shift) as Heading['depth'] };
    case 'blockquote':
    case 'admonition':
    case 'details':
      return { ...block, children: all(block.children) };
    case 'list':
      return {
        ...block,
        children: block.children.map((item) => ({ ...item, children: all(item.children) })),
      };
    default:
      return block;
  }
}
