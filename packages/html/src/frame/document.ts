import type { Root } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { place } from '../tree/place.ts';
import { footer } from './footer.ts';
import { head } from './head.ts';
import { masthead } from './masthead.ts';

/** The id of the page's main part. Ids of entries have no underscore, so ours never meet them. */
const MAIN = '_main';

/** The whole HTML document of a page, its addresses relative to it. */
export function document(site: Site, page: PageContent): Root {
  const { handbook } = site;
  const html = h('html', { lang: handbook.language, dir: handbook.direction }, [
    head(site, page),
    h('body', { className: [`kind-${page.kind}`] }, [
      h('a', { className: ['skip'], href: `#${MAIN}` }, handbook.labels.skipToContent),
      masthead(site, page),
      h('div', { className: ['layout'] }, [
        ...(page.side?.length ? [h('div', { className: ['side'] }, [...page.side])] : []),
        h('main', { id: MAIN, tabIndex: -1 }, [...page.main]),
      ]),
      footer(site),
    ]),
  ]);
  return { type: 'root', children: [{ type: 'doctype' }, place(html, page.path)] };
}
