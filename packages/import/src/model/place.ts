import type { Nodes, RootContent } from 'mdast';

type Position = NonNullable<Nodes['position']>;

/** The position of what stands on a line, or on the lines up to `to`, from 1. Columns are not kept. */
export function onLines(from: number, to: number = from): Position {
  return { start: { line: from, column: 1 }, end: { line: to, column: 1 } };
}

/** Returns a node with its place: its first and its last line. */
export function place<Node extends RootContent>(node: Node, from: number, to: number = from): Node {
  return { ...node, position: onLines(from, to) };
}

/** The line that a node begins on; `unknown` for a node without a place. */
export function lineOf(node: Nodes, unknown = 1): number {
  return node.position?.start.line ?? unknown;
}
