import { bookAddress } from '@octavo/core';
import { isolated } from '@octavo/core/hast';
import { titleLines } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { aboutLinks, editionLine } from '../frame/footer.ts';
import { imagePath } from '../images.ts';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { encodePath } from '../tree/relative-address.ts';
import { contents } from './contents.ts';
import { downloadLinks } from './downloads.ts';
import { groupLists } from './field-groups.ts';

/** The first page: the cover, and below it the whole table of contents. */
export function coverPage(site: Site): PageContent {
  const { handbook, paths } = site;
  return {
    path: paths.matter.contents,
    kind: 'cover',
    title: handbook.title,
    ...(handbook.description ? { description: handbook.description } : {}),
    canonical: bookAddress(handbook),
    modified: site.date,
    main: [cover(site), contents(site), ...groupLists(site, site.index.entries), matterLinks(site)],
  };
}

function cover(site: Site): Element {
  const { handbook } = site;
  const { title, subtitle, range, byline, publisher } = titleLines(handbook);
  const { work } = site.paths;
  return h('header.cover', [
    h('div.cover-words', [
      publisher ? h('p.caption', [isolated(publisher, handbook)]) : undefined,
      h('h1', title),
      subtitle ? h('p.subtitle', subtitle) : undefined,
      byline ? h('p.byline', [isolated(byline, handbook)]) : undefined,
      handbook.description ? h('p.lede', handbook.description) : undefined,
      h('p.edition', [
        range ? h('span', [work === undefined ? range : h('a', { href: rooted(work) }, range)]) : undefined,
        ...editionLine(site),
      ]),
      ...downloadLinks(site),
    ]),
    ...coverImage(site),
  ]);
}

function coverImage(site: Site): Element[] {
  const { cover: chosen, images } = site.handbook;
  const image = chosen && images.find((file) => file.path === chosen.image);
  if (!chosen || !image) return [];
  const { width, height } = image;
  const src = rooted(encodePath(site.paths.own(imagePath(image.path))));
  return [h('img.cover-image', { src, alt: chosen.alternative, width, height })];
}

/** Links to what the book has beside its chapters. */
export function matterLinks(site: Site): Element {
  const { labels, glossary } = site.handbook;
  const { matter } = site.paths;
  const links = [
    ...site.lists.map(({ id, title }) => [title, site.paths.list(id)] as const),
    ...(site.hasTopics ? [[labels.topics, matter.topics] as const] : []),
    ...(glossary.length > 0 ? [[labels.glossary, matter.glossary] as const] : []),
    ...(site.hasTerms ? [[labels.index, matter.terms] as const] : []),
    ...site.handbook.back.map((page) => [page.title, site.paths.page(page.id)] as const),
    ...aboutLinks(site),
  ];
  return h(
    'ul.matter',
    { role: 'list' },
    links.map(([label, path]) => h('li', [h('a', { href: rooted(path) }, label)])),
  );
}
