import type { Nodes, PhrasingContent } from 'mdast';

const PHRASING: ReadonlySet<string> = new Set(
  'break delete emphasis footnoteReference image imageReference inlineCode inlineMath link linkReference strong text textDirective html'.split(
    ' ',
  ),
);

/** Whether a node is inline content. */
export function isPhrasing(node: Nodes): node is PhrasingContent {
  return PHRASING.has(node.type);
}

/** Returns inline content alone: a block is replaced by its content, with a space before it. */
export function phrasingOf(nodes: readonly Nodes[]): PhrasingContent[] {
  return nodes.flatMap((node, at): PhrasingContent[] => {
    if (isPhrasing(node)) return [node];
    const space: PhrasingContent[] = at > 0 ? [{ type: 'text', value: ' ' }] : [];
    if ('children' in node) return [...space, ...phrasingOf(node.children as Nodes[])];
    return 'value' in node ? [...space, { type: 'text', value: node.value }] : [];
  });
}

/** Whether inline content is words that are set apart at most, so that a title of plain text says all of it. */
export function isWords(nodes: readonly Nodes[]): boolean {
  return nodes.every(
    (node) =>
      node.type === 'text' ||
      ((node.type === 'emphasis' || node.type === 'strong') && isWords(node.children)),
  );
}
