import type { Element } from 'hast';
import { h } from 'hastscript';
import { CARD } from '../cards/card-svg.ts';
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
  const coverFacts = [
    ['og:image', cover && handbook.iri + encodePath(site.paths.own(imagePath(cover.path)))],
    ['og:image:alt', cover && handbook.cover?.alternative],
  ] as const;
  const cardFacts = [
    ['og:image', handbook.iri + encodePath(page.card ?? '')],
    ['og:image:width', `${CARD.width}`],
    ['og:image:height', `${CARD.height}`],
    ['og:image:alt', page.title],
  ] as const;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['og:type', page.kind === 'cover' ? 'book' : 'article'],
    ['og:site_name', levelOf(site, page).title],
    ['og:title', page.title],
    ['og:description', page.description],
    ['og:url', page.canonical],
    ...(page.card === undefined ? coverFacts : cardFacts),
  ];
  return [
    ...facts.flatMap(([property, content]) => (content ? [h('meta', { property, content })] : [])),
    ...(page.card === undefined ? [] : [h('meta', { name: 'twitter:card', content: 'summary_large_image' })]),
  ];
}
