import type { ChapterPart } from '@octavo/core';
import { chapterLabel, entriesRange, entryAnchor } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { article } from '../entry/article.ts';
import { entryList } from '../entry/entry-link.ts';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { localLinks } from '../tree/local-links.ts';
import { type PagerLink, pagerOf } from './pager.ts';
import { describing } from './prose.ts';

/** What the sitemap says of a chapter's page. */
export function chapterFacts(
  site: Site,
  part: ChapterPart,
): Pick<PageContent, 'path' | 'canonical' | 'modified'> {
  const { paths, handbook } = site;
  return {
    path: paths.part(part),
    canonical: handbook.iri + paths.part(part).replace(/index\.html$/, ''),
    modified:
      part.entries
        .flatMap((entry) => entry.revised ?? site.date ?? [])
        .sort()
        .at(-1) ?? site.date,
  };
}

/** A chapter, or a part of a long one, with its entries in full. */
export function chapterPage(site: Site, part: ChapterPart): PageContent {
  const { paths, handbook } = site;
  const place = paths.parts.indexOf(part);
  const before = paths.parts[place - 1];
  const after = paths.parts[place + 1];
  const here = new Set(part.entries.map((entry) => entry.number));
  const range = entriesRange(handbook.labels, part.entries);
  const data = site.options.structuredData?.get(part.id);
  const twin = part.index === 1 ? paths.introMarkdown(part.chapter) : undefined;
  return {
    ...chapterFacts(site, part),
    kind: 'chapter',
    title: part.count > 1 ? `${part.chapter.title}, ${range}` : part.chapter.title,
    description: part.chapter.summary ?? introWords(part) ?? range,
    ...(data === undefined ? {} : { structuredData: data }),
    ...(twin === undefined ? {} : { alternates: [{ type: 'text/markdown', path: twin }] }),
    ...(before ? { previous: paths.part(before) } : {}),
    ...(after ? { next: paths.part(after) } : {}),
    side: [toc(site, part)],
    main: [
      opener(site, part, range),
      ...intro(site, part, here),
      ...part.entries.map((entry) => article(site, entry, here)),
      pagerOf(site, before && pagerLink(site, before), after && pagerLink(site, after)),
    ],
  };
}

function opener(site: Site, part: ChapterPart, range: string): Element {
  const { labels, chapters } = site.handbook;
  return h('header.opener', [
    h('p.caption', chapterLabel(labels, chapters.indexOf(part.chapter))),
    h('h1', part.chapter.title),
    part.chapter.summary && part.index === 1 ? h('p.lede', part.chapter.summary) : undefined,
    h('p.actions', [
      h('span', range),
      h('button', { type: 'button', className: ['needs-script'], dataPrint: true }, labels.print),
    ]),
  ]);
}

/** The introduction stands on the first page of its chapter. */
function intro(site: Site, { chapter, index }: ChapterPart, here: ReadonlySet<string>): readonly Element[] {
  return chapter.intro && index === 1
    ? [h('div.prose', localLinks(site.bodies.page(chapter.intro), here))]
    : [];
}

function introWords({ chapter, index }: ChapterPart): string | undefined {
  return chapter.intro && index === 1 ? describing(chapter.intro) : undefined;
}

function toc(site: Site, part: ChapterPart): Element {
  const { labels } = site.handbook;
  return h('nav.toc', { ariaLabel: part.chapter.title }, [
    h('p.up', [h('a', { href: rooted(site.paths.matter.contents) }, labels.contents)]),
    h('details', [
      h('summary', labels.questions),
      entryList(site, part.entries, (entry) => `#${entryAnchor(entry.number)}`),
    ]),
  ]);
}

function pagerLink(site: Site, part: ChapterPart): PagerLink {
  return {
    href: rooted(site.paths.part(part)),
    words: [
      { type: 'text', value: part.chapter.title },
      ...(part.count > 1 ? [h('span.range', ` ${entriesRange(site.handbook.labels, part.entries)}`)] : []),
    ],
  };
}
