import type { ElementContent } from 'hast';
import type { PagePoint } from '../book/book-document.ts';

/**
 * Returns the page breaks that stand in a document, in order. The page list is made from them, so it cannot
 * differ from the text.
 */
export function pagePointsIn(file: string, nodes: readonly ElementContent[]): readonly PagePoint[] {
  return nodes.flatMap((node): readonly PagePoint[] => {
    if (node.type !== 'element') return [];
    if (node.properties.role === 'doc-pagebreak') {
      return [{ label: String(node.properties.title), href: `${file}#${node.properties.id}` }];
    }
    return pagePointsIn(file, node.children);
  });
}
