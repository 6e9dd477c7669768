import { previewMark } from '@octavo/core';
import { sayRedline } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';
import { addresses } from '../tree/place.ts';
import { serialise } from '../tree/serialise.ts';
import { head } from './head.ts';
import { hostOf } from './host-of.ts';
import type { SharedFrame } from './shared-frame.ts';

/** The ids of the page's main part and of its head. Ids of entries have no underscore, so ours never meet them. */
const MAIN = '_main';
const TOP = '_top';

/** The whole HTML document of a page, its addresses relative to it. */
export function document(site: Site, page: PageContent, frame: SharedFrame): Uint8Array {
  const { handbook } = site;
  const mark = previewMark(handbook);
  const note = sayHast(site, sayRedline(handbook));
  const said = [mark ?? '', ...(note.length > 0 ? ['. ', ...note] : [])];
  // Everything on a page lies in a landmark (WAI-ARIA Authoring Practices, landmark regions).
  const banner =
    mark === undefined ? [] : [h('aside', { ariaLabel: mark }, [h('p.preview', { role: 'note' }, said)])];
  const html = h('html', { lang: handbook.language, dir: handbook.direction }, [
    head(site, page),
    h('body', { id: TOP, className: [`kind-${page.kind}`] }, [
      h('a.skip', { href: `#${MAIN}` }, handbook.labels.skipToContent),
      ...banner,
      frame.masthead as Element,
      h('div.layout', [
        page.side?.length ? h('div.side', [...page.side]) : undefined,
        h('main', { id: MAIN, tabIndex: -1 }, [...page.main]),
      ]),
      frame.footer as Element,
    ]),
  ]);
  return serialise(
    { type: 'root', children: [{ type: 'doctype' }, html] },
    addresses(page.path, hostOf(site, page)),
  );
}
