import { relativeAddress } from './relative-address.ts';

/** The properties of elements that hold an address. */
export const ADDRESSES: ReadonlySet<string> = new Set([
  'href',
  'src',
  'cite',
  'action',
  'dataWork',
  'dataWorker',
  'dataHome',
]);

/**
 * Turns an address from the web root (`/entry/618/index.html`) into what a page writes. Trees hold the former, and
 * so may be shared between pages; the latter is written when a page is serialised.
 */
export type Addresses = (address: string) => string;

/**
 * How the page at `path` writes addresses: relative to itself. With `host`, the path of the handbook's
 * IRI, they begin at the host's root: a server answers with such a page at any depth (404.html).
 */
export function addresses(path: string, host?: string): Addresses {
  if (host !== undefined) return (address) => host + address.slice(1);
  return (address) => relativeAddress(path, address);
}
