import type { Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import { MAX_DEPTH } from './bounds.ts';

/** The place of the first node that stands more than 100 levels down, if any. No recursion: the tree may be deep. */
export function tooDeepAt(tree: Root): Position | undefined {
  let level: readonly Nodes[] = [tree];
  for (let depth = 0; depth <= MAX_DEPTH; depth++) {
    level = level.flatMap((node) => ('children' in node ? (node.children as Nodes[]) : []));
    if (level.length === 0) return undefined;
  }
  return level[0]?.position ?? tree.position;
}
