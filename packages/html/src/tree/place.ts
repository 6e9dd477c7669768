import type { Element, ElementContent, Properties } from 'hast';
import { relativeAddress } from './relative-address.ts';

const ADDRESSES = ['href', 'src', 'cite', 'action', 'dataWork', 'dataWorker', 'dataHome'] as const;

/** Turns an address from the web root (`/entry/618/index.html`) into what a page writes. */
export type Addresses = (address: string) => string;

/**
 * How the page at `path` writes addresses: relative to itself. With `host`, the path of the handbook's
 * IRI, they begin at the host's root: a server answers with such a page at any depth (404.html).
 */
export function addresses(path: string, host?: string): Addresses {
  if (host !== undefined) return (address) => host + address.slice(1);
  return (address) => relativeAddress(path, address);
}

/**
 * Returns the element for a page: addresses from the web root (they start with `/`) become what the page
 * writes. Nodes may be shared between pages, so they are copied where an address changes and reused
 * elsewhere.
 */
export function place(element: Element, write: Addresses): Element {
  const properties = placeProperties(element.properties, write);
  let children: ElementContent[] | undefined;
  for (const [index, child] of element.children.entries()) {
    if (child.type !== 'element') continue;
    const placed = place(child, write);
    if (placed === child) continue;
    children ??= [...element.children];
    children[index] = placed;
  }
  if (!children && properties === element.properties) return element;
  return { ...element, properties, children: children ?? element.children };
}

function placeProperties(properties: Properties, write: Addresses): Properties {
  let copy: Properties | undefined;
  for (const name of ADDRESSES) {
    const value = properties[name];
    if (typeof value !== 'string' || !value.startsWith('/')) continue;
    copy ??= { ...properties };
    copy[name] = write(value);
  }
  return copy ?? properties;
}
