import type { Block } from '../../model/answer.ts';

/** The blocks with every run of blocks in them, the innermost first, put through `change`. */
export function mapRuns(
  blocks: readonly Block[],
  change: (run: readonly Block[]) => readonly Block[],
): readonly Block[] {
  const within = (block: Block): Block => {
    switch (block.type) {
      case 'blockquote':
      case 'admonition':
      case 'details':
        return { ...block, children: mapRuns(block.children, change) };
      case 'list': {
        const children = block.children.map((item) => ({
          ...item,
          children: mapRuns(item.children, change),
        }));
        return { ...block, children };
      }
      default:
        return block;
    }
  };
  return change(blocks.map(within));
}
