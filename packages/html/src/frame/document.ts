import { previewMark } from '@octavo/core';
import { sayRedline } from '@octavo/core/say';
import type { Element, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';
import { addresses, place } from '../tree/place.ts';
import { head } from './head.ts';
import { hostOf } from './host-of.ts';
import type { SharedFrame } from './shared-frame.ts';

/** The ids of the page's main part and of its head. Ids of entries have no underscore, so ours never meet them. */
const MAIN = '_main';
const TOP = '_top';

/** The whole HTML document of a page, its addresses relative to it. */
export function document(site: Site, page: PageContent, frame: SharedFrame): Root {
  const { handbook } = site;
  const html = h('html', { lang: handbook.language, dir: handbook.direction }, [
    head(site, page),
    h('body', { id: TOP, className: [`kind-${page.kind}`] }, [
      h('a.skip', { href: `#${MAIN}` }, handbook.labels.skipToContent),
      h('div.layout', [
        page.side?.length ? h('div.side', [...page.side]) : undefined,
        h('main', { id: MAIN, tabIndex: -1 }, [...page.main]),
      ]),
    ]),
  ]);
  const placed = place(html, addresses(page.path, hostOf(site, page)));
  const body = placed.children[1] as Element;
  const [skip, ...rest] = body.children as RootContent[];
  const mark = previewMark(handbook);
  const note = sayHast(site, sayRedline(handbook));
  const said = [mark ?? '', ...(note.length > 0 ? ['. ', ...note] : [])];
  // Everything on a page lies in a landmark (WAI-ARIA Authoring Practices, landmark regions).
  const banner =
    mark === undefined ? [] : [h('aside', { ariaLabel: mark }, [h('p.preview', { role: 'note' }, said)])];
  const children = [skip, ...banner, frame.masthead, ...rest, frame.footer] as Element['children'];
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      { ...placed, children: [placed.children[0] as Element, { ...body, children }] },
    ],
  };
}
