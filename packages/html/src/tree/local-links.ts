import type { ElementContent } from 'hast';

const ENTRY = /^\/entry\/([^/]+)\/index\.html(#.+)?$/;

/** A copy in which links to entries that stand on the same page lead to their anchors there. */
export function localLinks(nodes: readonly ElementContent[], here: ReadonlySet<string>): ElementContent[] {
  return nodes.map((node): ElementContent => {
    if (node.type !== 'element') return node;
    const children = localLinks(node.children, here);
    const [, number, heading] = ENTRY.exec(String(node.properties.href ?? '')) ?? [];
    if (number === undefined || !here.has(number)) return { ...node, children };
    return { ...node, properties: { ...node.properties, href: heading ?? `#q${number}` }, children };
  });
}
