import type { Labels } from '@octavo/core';
import type { Element, ElementContent } from 'hast';

/**
 * What an answer needs on a web page beyond what core makes: a table and a display formula may be
 * wider than the column and then scroll by themselves, reachable by keyboard; images load when near.
 */
export function finish(nodes: readonly ElementContent[], labels: Labels): ElementContent[] {
  return nodes.map((node) => (node.type === 'element' ? finishElement(node, labels) : node));
}

function finishElement(element: Element, labels: Labels): ElementContent {
  const children = finish(element.children, labels);
  const done: Element = { ...element, children };
  switch (element.tagName) {
    case 'table':
      return scroller(done, labels.table);
    case 'pre':
      return { ...done, properties: { ...done.properties, tabIndex: 0 } };
    case 'img':
      return { ...done, properties: { ...done.properties, loading: 'lazy', decoding: 'async' } };
    default:
      return done;
  }
}

function scroller(child: Element, ariaLabel: string): Element {
  const properties = { className: ['scroller'], role: 'group', ariaLabel, tabIndex: 0 };
  return { type: 'element', tagName: 'div', properties, children: [child] };
}
