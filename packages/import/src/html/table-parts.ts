import type { Element } from 'hast';

/** The rows of a table. */
export function rowsOf(node: Element): readonly Element[] {
  return within(node, (name) => name === 'tr');
}

/** The cells of a table or row, and its caption. */
export function cellsOf(node: Element): readonly Element[] {
  return within(node, (name) => name === 'td' || name === 'th' || name === 'caption');
}

/** Finds the outermost elements of a kind inside a node. Those of nested tables are not among them. */
export function within(node: Element, is: (name: string) => boolean): readonly Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (is(child.tagName)) return [child];
    return child.tagName === 'table' ? [] : within(child, is);
  });
}
