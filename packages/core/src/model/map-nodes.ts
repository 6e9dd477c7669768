import type { AnswerNode } from './answer.ts';

/** The fields of a node that hold nodes, in reading order. */
const HOLDERS = ['title', 'summary', 'caption', 'children'] as const;

/**
 * Returns nodes with every node put through `change`, the innermost first. A node may become several or none; what
 * a node becomes stands where it stood, so it must be of the same kind: running text, block, item, row or cell.
 */
export function mapNodes<Node extends AnswerNode>(
  nodes: readonly Node[],
  change: (node: AnswerNode) => readonly AnswerNode[],
): readonly Node[] {
  return nodes.flatMap((node) => {
    const fields = HOLDERS.flatMap((name): (readonly [string, unknown])[] => {
      const value = (node as Partial<Record<typeof name, unknown>>)[name];
      return Array.isArray(value) ? [[name, mapNodes(value as readonly AnswerNode[], change)]] : [];
    });
    return change({ ...node, ...Object.fromEntries(fields) }) as readonly Node[];
  });
}
