import type { Nodes as Hast, Root } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes, RootContent } from 'mdast';
import { handlersFor } from './handlers.ts';

/** A prepared HTML tree as mdast; `embedded` are the nodes that its `octavo-node` elements stand for. */
export function htmlToMdast(tree: Root, embedded: readonly Nodes[] = []): RootContent[] {
  const root = toMdast(tree, { handlers: handlersFor(embedded), document: true, newlines: true });
  return (root.type === 'root' ? root.children : [root]) as RootContent[];
}

/** Calls a function for every node, without recursion. */
export function eachHtml(tree: Hast, visitor: (node: Hast) => void): void {
  const todo: Hast[] = [tree];
  for (let node = todo.pop(); node; node = todo.pop()) {
    visitor(node);
    if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] as Hast);
  }
}
