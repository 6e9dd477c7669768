import type { Element } from 'hast';
import { h } from 'hastscript';
import { imagePath } from '../images.ts';
import { levelOf } from '../level.ts';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { encodePath } from '../tree/relative-address.ts';

/** What a page looks like when its address is shared (the Open Graph protocol); addresses are absolute. */
export function card(site: Site, page: PageContent): Element[] {
  if (page.canonical === undefined) return [];
  const { handbook } = site;
  const cover = handbook.images.find(
    (image) => image.path === handbook.cover?.image && !image.mediaType.includes('svg'),
  );
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['og:type', page.kind === 'cover' ? 'book' : 'article'],
    ['og:site_name', levelOf(site, page).title],
    ['og:title', page.title],
    ['og:description', page.description],
    ['og:url', page.canonical],
    ['og:image', cover && handbook.iri + encodePath(site.paths.own(imagePath(cover.path)))],
    ['og:image:alt', cover && handbook.cover?.alternative],
  ];
  return facts.flatMap(([property, content]) => (content ? [h('meta', { property, content })] : []));
}
