import type { RootContent } from 'mdast';

/** A node with its place: its first and its last line, from 1. */
export function place<Node extends RootContent>(node: Node, from: number, to: number = from): Node {
  return { ...node, position: { start: { line: from, column: 1 }, end: { line: to, column: 1 } } };
}
