import type { Point, Position } from 'unist';
import type { InsertedPosition } from './insert.ts';

/**
 * Nodes that are put in, as those of the file that puts them in: they have the range of the directive there, and
 * say where they were written.
 */
export function placedAt<Node extends object>(
  nodes: readonly Node[],
  use: Position | undefined,
  path: string,
): readonly Node[] {
  const placed = <One extends object>(node: One): One => {
    const inner = Object.entries(node).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value)
        ? value.map((item: unknown) => (isNode(item) ? placed(item) : item))
        : isNode(value)
          ? placed(value)
          : value,
    ]);
    const { position } = node as { readonly position?: InsertedPosition };
    const origin = position?.origin ?? (position && { path, ...pointOf(position.start) });
    const own = use && origin ? { position: { start: use.start, end: use.end, origin } } : {};
    return { ...(Object.fromEntries(inner) as One), ...own };
  };
  return nodes.map(placed);
}

function pointOf({ line, column }: Point): { readonly line: number; readonly column: number } {
  return { line, column };
}

function isNode(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'type' in value;
}
