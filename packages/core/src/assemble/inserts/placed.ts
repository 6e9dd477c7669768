import type { Position } from 'unist';
import type { AnswerNode } from '../../model/answer.ts';
import { mapNodes } from '../../model/map-nodes.ts';
import type { InsertedPosition } from './insert.ts';

/**
 * Nodes that are put in, as those of the file that puts them in: they have the range of the directive there, and
 * say where they were written.
 */
export function placedAt<Node extends AnswerNode>(
  nodes: readonly Node[],
  use: Position | undefined,
  path: string,
): readonly Node[] {
  const placed = <One extends AnswerNode>(node: One): One => {
    const position: InsertedPosition | undefined = node.position;
    if (!use || !position) return node;
    const { line, column } = position.start;
    const origin = position.origin ?? { path, line, column };
    return { ...node, position: { start: use.start, end: use.end, origin } };
  };
  return mapNodes(nodes, (node) => [
    placed(node.type === 'figure' ? { ...node, image: placed(node.image) } : node),
  ]);
}
