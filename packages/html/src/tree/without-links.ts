import type { Element, ElementContent } from 'hast';

/**
 * Returns phrasing content that may stand inside a link: links are unwrapped, and footnote marks and ids are
 * removed.
 */
export function withoutLinks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (isFootnoteMark(node)) return [];
    const children = withoutLinks(node.children);
    if (node.tagName === 'a') return children;
    const { id: _, ...properties } = node.properties;
    return [{ ...node, properties, children }];
  });
}

function isFootnoteMark({ tagName, properties }: Element): boolean {
  const { className } = properties;
  return tagName === 'sup' && Array.isArray(className) && className.includes('footnote-mark');
}
