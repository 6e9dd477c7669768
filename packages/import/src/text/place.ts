import type { RootContent } from 'mdast';

/** A node with its place: lines from 1. */
export function place<Node extends RootContent>(node: Node, from: number, to: number): Node {
  return { ...node, position: { start: { line: from, column: 1 }, end: { line: to, column: 1 } } };
}
