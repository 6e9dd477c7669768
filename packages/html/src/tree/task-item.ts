import type { Element, ElementContent } from 'hast';

const PHRASING = new Set(
  'a abbr b bdi br code del em i img input kbd math s small span strong sub sup'.split(' '),
);

/**
 * The content of a task's list item, given as one label round everything: a label may only hold
 * phrasing (HTML Standard, 4.10.4), so what comes after the first block moves behind it.
 */
export function taskItem(children: readonly ElementContent[]): ElementContent[] {
  const [label, ...rest] = children;
  if (label?.type !== 'element' || label.tagName !== 'label') return [...children];
  const first = label.children.findIndex(isBlock);
  if (first < 0) return [...children];
  const short: Element = { ...label, children: label.children.slice(0, first) };
  return [short, ...label.children.slice(first), ...rest];
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && !PHRASING.has(node.tagName);
}
