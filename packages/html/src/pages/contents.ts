import { bodyLines, type ChapterLine, chapterLabel, entriesRange, entryAnchor } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { entryList } from '../entry/entry-link.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';

/** The table of contents: prose pages, parts, chapters with their questions, each leading to its place. */
export function contents(site: Site): Element {
  const { handbook } = site;
  return h('nav.contents', { ariaLabelledBy: '_contents-title' }, [
    h('h2', { id: '_contents-title' }, handbook.labels.contents),
    ...contentsOf(site, 3),
  ]);
}

/** The table itself; its headings begin at `level`. */
export function contentsOf(site: Site, level: 3 | 4): Element[] {
  const { handbook, paths } = site;
  return [
    ...(handbook.front.length > 0
      ? [
          h(
            'ul.matter',
            { role: 'list' },
            handbook.front.map((page) =>
              h('li', [h('a', { href: rooted(paths.page(page.id)) }, page.title)]),
            ),
          ),
        ]
      : []),
    ...bodyLines(handbook).flatMap((line) =>
      line.kind === 'chapter'
        ? [block(site, line, level)]
        : [h(`h${level}.part`, line.part.title), ...line.chapters.map((own) => block(site, own, level + 1))],
    ),
  ];
}

function block(site: Site, { chapter, place }: ChapterLine, level: number): Element {
  const { labels } = site.handbook;
  const parts = site.paths.parts.filter((part) => part.chapter === chapter);
  const first = parts[0];
  const title = first ? h('a', { href: rooted(site.paths.part(first)) }, chapter.title) : chapter.title;
  return h('section.chapter-block', [
    h('p.caption', chapterLabel(labels, place)),
    h(`h${level}`, [title]),
    h('p.range', entriesRange(labels, chapter.entries)),
    chapter.summary ? h('p.summary', chapter.summary) : undefined,
    ...parts.map((part) =>
      entryList(site, part.entries, (entry) => rooted(site.paths.part(part), entryAnchor(entry.number))),
    ),
  ]);
}
