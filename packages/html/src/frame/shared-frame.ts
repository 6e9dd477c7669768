import type { RootContent } from 'hast';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { addresses } from '../tree/place.ts';
import { printed } from '../tree/serialise.ts';
import { footer } from './footer.ts';
import { hostOf } from './host-of.ts';
import { masthead } from './masthead.ts';

/** The masthead and the foot of a page. */
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
    if (page.kind !== 'entry' && page.kind !== 'chapter')
      return { masthead: masthead(site, page), footer: footer(site, page) };
    const write = addresses(page.path, hostOf(site, page));
    const frame = {
      masthead: printed(masthead(site, page), write),
      footer: printed(footer(site, page), write),
    };
    made.set(page.kind, frame);
    return frame;
  };
}
