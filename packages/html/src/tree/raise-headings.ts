import type { ElementContent } from 'hast';

/** A copy in which h3 is h2, h4 is h3 and so on: an answer on a page whose h1 is the question. */
export function raiseHeadings(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node): ElementContent => {
    if (node.type !== 'element') return node;
    const level = /^h([3-6])$/.exec(node.tagName)?.[1];
    const tagName = level ? `h${Number(level) - 1}` : node.tagName;
    return { ...node, tagName, children: raiseHeadings(node.children) };
  });
}
