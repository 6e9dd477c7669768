import type { Element, ElementContent, Properties } from 'hast';
import { relativeAddress } from './relative-address.ts';

const ADDRESSES = ['href', 'src', 'action'] as const;

/**
 * A copy of the element for the page at `path`: addresses from the web root (they start with `/`)
 * become relative to it. What is below may be shared between pages and stays as it is.
 */
export function place(element: Element, path: string): Element {
  const inside = (node: ElementContent): ElementContent =>
    node.type === 'element' ? place(node, path) : node;
  return {
    ...element,
    properties: placeProperties(element.properties, path),
    children: element.children.map(inside),
  };
}

function placeProperties(properties: Properties, path: string): Properties {
  let copy: Properties | undefined;
  for (const name of ADDRESSES) {
    const value = properties[name];
    if (typeof value !== 'string' || !value.startsWith('/')) continue;
    copy ??= { ...properties };
    copy[name] = relativeAddress(path, value);
  }
  return copy ?? properties;
}
