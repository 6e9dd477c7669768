import type { Element, Nodes, Root } from 'hast';

/** The text of an element, blocks apart by spaces. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  return node.children.map((child) => wordsOf(child as Nodes)).join(' ');
}

/** The text of an element, with what its pictures show. */
export function shownBy(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const alternative =
    node.type === 'element' && node.tagName === 'img' ? [String(node.properties.alt ?? '')] : [];
  return [...alternative, ...node.children.map((child) => shownBy(child as Nodes))].join(' ');
}

/** The first element of a kind inside a node. */
export function firstIn(node: Element | Root, is: (one: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = is(child) ? child : firstIn(child, is);
    if (found) return found;
  }
  return undefined;
}
