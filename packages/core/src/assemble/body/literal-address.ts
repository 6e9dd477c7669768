import type { Link, PhrasingContent } from 'mdast';
import { isWholeAddress } from '../../model/address.ts';
import { FULL_WIDTH_STOP } from '../../read/cjk.ts';

/** What GFM leaves out at the end of an address. */
const TRAIL = /[?!.,:*_~'"]+$/;

/**
 * Whether GFM found a link in bare text: it is as long as its words, or was found in finished text and has
 * no position. `<https://example.org>` is longer by its marks.
 */
export function isBareAddress({ children, position, url }: Link): boolean {
  const [only] = children;
  if (only?.type !== 'text' || !url.endsWith(only.value)) return false;
  const { start, end } = position ?? {};
  return start === undefined || (end?.offset ?? 0) - (start.offset ?? 0) === only.value.length;
}

/**
 * A bare address ended before full-width punctuation, as the parser ends those that it finds itself, and
 * before a bracket, which no address holds outside of a host (RFC 3986, 3.2.2): `https://example.org[1]`.
 * What is then no whole address is text. Any other link stays as it is.
 */
export function cutLiteralAddress(link: Link): readonly PhrasingContent[] {
  const [only] = link.children;
  if (!isBareAddress(link) || only?.type !== 'text') return [link];
  const stop = only.value.search(/[[\]]/);
  const wide = link.position ? -1 : only.value.search(FULL_WIDTH_STOP);
  const end = Math.min(...[stop, wide].map((at) => (at < 0 ? only.value.length : at)));
  const value = end < only.value.length ? only.value.slice(0, end).replace(TRAIL, '') : only.value;
  const url = link.url.slice(0, link.url.length - only.value.length) + value;
  if (!isWholeAddress(url)) return [{ ...only, ...(link.position ? { position: link.position } : {}) }];
  if (value === only.value) return [link];
  return [
    { ...link, url, children: [{ type: 'text', value }] },
    { type: 'text', value: only.value.slice(value.length) },
  ];
}
