import type { Element, ElementContent, Properties } from 'hast';
import { relativeAddress } from './relative-address.ts';

const ADDRESSES = ['href', 'src', 'action'] as const;

/**
 * A copy of the nodes for the page at `path`: addresses from the web root (they start with `/`)
 * become relative to it. The given nodes are shared between pages and stay as they are.
 */
export function place(nodes: readonly ElementContent[], path: string): ElementContent[] {
  return nodes.map((node) => (node.type === 'element' ? placeElement(node, path) : node));
}

/** `place` for one element. */
export function placeElement(element: Element, path: string): Element {
  return {
    ...element,
    properties: placeProperties(element.properties, path),
    children: place(element.children, path),
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
