import type { Link, PhrasingContent } from 'mdast';
import { FULL_WIDTH_STOP } from '../../read/cjk.ts';

/** What GFM leaves out at the end of an address. */
const TRAIL = /[?!.,:*_~'"]+$/;

/**
 * An address that GFM found in finished text (such a link has no position), ended before full-width
 * punctuation as the parser ends those that it finds itself. Any other link stays as it is.
 */
export function cutLiteralAddress(link: Link): readonly PhrasingContent[] {
  const [only] = link.children;
  if (link.position || only?.type !== 'text') return [link];
  const stop = only.value.search(FULL_WIDTH_STOP);
  if (stop < 0 || !link.url.endsWith(only.value)) return [link];
  const scheme = link.url.slice(0, link.url.length - only.value.length);
  const value = only.value.slice(0, stop).replace(TRAIL, '');
  return [
    { type: 'link', url: scheme + value, children: [{ type: 'text', value }] },
    { type: 'text', value: only.value.slice(value.length) },
  ];
}
