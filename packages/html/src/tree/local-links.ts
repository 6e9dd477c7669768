import { entryAnchor, headingAnchor } from '@octavo/core/say';
import type { ElementContent } from 'hast';

/** A copy in which links to entries that stand on the same page lead to their anchors there. */
export function localLinks(nodes: readonly ElementContent[], here: ReadonlySet<string>): ElementContent[] {
  return nodes.map((node): ElementContent => {
    if (node.type !== 'element') return node;
    const children = localLinks(node.children, here);
    const to = node.data?.leadsTo;
    if (!to || !here.has(to.number)) return { ...node, children };
    const anchor = to.fragment === undefined ? entryAnchor(to.number) : headingAnchor(to.number, to.fragment);
    return { ...node, properties: { ...node.properties, href: `#${encodeURIComponent(anchor)}` }, children };
  });
}
