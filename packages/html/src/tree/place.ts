import type { Element, ElementContent, Properties } from 'hast';
import { relativeAddress } from './relative-address.ts';

const ADDRESSES = ['href', 'src', 'action'] as const;

/**
 * The element for the page at `path`: addresses from the web root (they start with `/`) become relative to
 * it. What is below may be shared between pages: it is copied where an address changes, and else the same.
 */
export function place(element: Element, path: string): Element {
  const properties = placeProperties(element.properties, path);
  let children: ElementContent[] | undefined;
  for (const [index, child] of element.children.entries()) {
    if (child.type !== 'element') continue;
    const placed = place(child, path);
    if (placed === child) continue;
    children ??= [...element.children];
    children[index] = placed;
  }
  if (!children && properties === element.properties) return element;
  return { ...element, properties, children: children ?? element.children };
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
