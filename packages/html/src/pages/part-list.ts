import type { PartList } from '@octavo/core/say';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { matterPage } from './matter-page.ts';

/** A list of figures or tables: each line leads to one. */
export function partListPage(site: Site, { kind, title, lines }: PartList): PageContent {
  const items = lines.map(({ number, anchor, numbered, caption }) =>
    h('li', [
      h('a.entry-link', { href: rooted(site.paths.entry(number), anchor) }, [
        h('span.number', numbered),
        ' ',
        h('span.words', [...site.bodies.phrasing(caption)]),
      ]),
    ]),
  );
  return matterPage(site, kind, title, [h('ol.entries', { role: 'list' }, items)]);
}
