import type { Element, RootContent } from 'hast';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { addresses, place } from '../tree/place.ts';
import { printed } from '../tree/serialise.ts';
import { footer } from './footer.ts';
import { hostOf } from './host-of.ts';
import { masthead } from './masthead.ts';

/** The masthead and the foot of a page, addresses relative to it. */
export interface SharedFrame {
  readonly masthead: RootContent;
  readonly footer: RootContent;
}

/**
 * The frame around the pages of entries is the same for all of them, and so is that around chapters, so each
 * is printed once. (No address in it leads to an entry or a chapter.)
 */
export function sharedFrames(site: Site): (page: PageContent) => SharedFrame {
  const made = new Map<string, SharedFrame>();
  return (page) => {
    const known = made.get(page.kind);
    if (known) return known;
    const write = addresses(page.path, hostOf(site, page));
    const put = (element: Element) => place(element, write);
    if (page.kind !== 'entry' && page.kind !== 'chapter')
      return { masthead: put(masthead(site, page)), footer: put(footer(site, page)) };
    const frame = { masthead: printed(put(masthead(site, page))), footer: printed(put(footer(site, page))) };
    made.set(page.kind, frame);
    return frame;
  };
}
