import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/**
 * An answer in which the anchors of its parts (clauses, headings, paragraphs) also work with the numbers that the
 * entry once had: before the part `q618-2-b` of an entry that was 77 stands an empty `q77-2-b`.
 *
 * @param anchor of the entry now, `q618`
 * @param former anchors that numbers of the entry once were, `q77`
 */
export function withFormerAnchors(
  nodes: readonly ElementContent[],
  anchor: string,
  former: readonly string[],
): ElementContent[] {
  if (former.length === 0) return [...nodes];
  return nodes.map((node): ElementContent => {
    if (node.type !== 'element') return node;
    const children = withFormerAnchors(node.children, anchor, former);
    const id = `${node.properties.id ?? ''}`;
    const part = id.startsWith(anchor) ? id.slice(anchor.length) : '';
    if (!/^[-_](?!fn-|fnref-)/.test(part)) return { ...node, children };
    const old = former.map((one) => h('span', { id: one + part, className: ['anchor'] }));
    return { ...node, children: [...old, ...children] };
  });
}
