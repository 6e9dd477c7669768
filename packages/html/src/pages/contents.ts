import type { Chapter } from '@octavo/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { entryList } from '../entry/entry-link.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { chapterNumber, entryRange } from './chapter-words.ts';

/** The table of contents: prose pages, parts, chapters with their questions, each leading to its place. */
export function contents(site: Site): Element {
  const { handbook, paths } = site;
  return h('nav', { className: ['contents'], ariaLabelledBy: '_contents-title' }, [
    h('h2', { id: '_contents-title' }, handbook.labels.contents),
    ...(handbook.front.length > 0
      ? [
          h(
            'ul',
            { className: ['matter'], role: 'list' },
            handbook.front.map((page) =>
              h('li', [h('a', { href: rooted(paths.page(page.id)) }, page.title)]),
            ),
          ),
        ]
      : []),
    ...(handbook.parts.length > 0
      ? handbook.parts.flatMap((part) => [
          h('h3', { className: ['part'] }, part.title),
          ...handbook.chapters
            .filter((chapter) => part.chapters.includes(chapter.id))
            .map((it) => block(site, it, 4)),
        ])
      : handbook.chapters.map((chapter) => block(site, chapter, 3))),
  ]);
}

function block(site: Site, chapter: Chapter, level: 3 | 4): Element {
  const parts = site.paths.parts.filter((part) => part.chapter === chapter);
  const first = parts[0];
  const title = first ? h('a', { href: rooted(site.paths.part(first)) }, chapter.title) : chapter.title;
  return h('section', { className: ['chapter-block'] }, [
    h('p', { className: ['caption'] }, chapterNumber(site, chapter)),
    h(`h${level}`, [title]),
    h('p', { className: ['range'] }, entryRange(site, chapter.entries)),
    ...(chapter.summary ? [h('p', { className: ['summary'] }, chapter.summary)] : []),
    ...parts.map((part) =>
      entryList(site, part.entries, (entry) => rooted(site.paths.part(part), `q${entry.number}`)),
    ),
  ]);
}
