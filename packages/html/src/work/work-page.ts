import { volumeRange } from '@octavo/core/say';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { imprintLine } from '../frame/footer.ts';
import type { Level } from '../level.ts';
import type { PageContent } from '../page.ts';
import { contentsOf } from '../pages/contents.ts';
import { matterLinks } from '../pages/cover.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { encodePath } from '../tree/relative-address.ts';

/** The page of a work: every volume with its edition, its files and its table of contents. */
export function workPage(site: Site, level: Level): PageContent {
  const { handbook } = site;
  const { labels, publisher } = handbook;
  const [open, close] = level.marks('volumes');
  return {
    path: level.path('index.html'),
    kind: 'cover',
    ofWork: true,
    title: level.title,
    canonical: level.home,
    main: [
      h('header.cover', [
        h('div.cover-words', [publisher ? h('p.caption', publisher.name) : undefined, h('h1', level.title)]),
      ]),
      h('nav.contents', { ariaLabelledBy: '_contents-title' }, [
        h('h2', { id: '_contents-title' }, labels.contents),
        raw(open),
        volume(site),
        raw(close),
      ]),
    ],
  };
}

function volume(site: Site): Element {
  const { handbook, paths, options } = site;
  const files = (options.siblings ?? []).map(({ path }) =>
    h('li', [h('a', { href: rooted(encodePath(path)) }, path.split('/').at(-1))]),
  );
  return h('section.volume', { lang: handbook.language, dir: handbook.direction }, [
    h('h3.part', [h('a', { href: rooted(paths.matter.contents) }, handbook.title)]),
    h('p.range', [volumeRange(handbook), ...imprintLine(site).slice(1)].flatMap(spaced)),
    handbook.description ? h('p.summary', handbook.description) : undefined,
    ...contentsOf(site, 4),
    matterLinks(site),
    files.length > 0 ? h('ul.matter', { role: 'list' }, files) : undefined,
  ]);
}

/** The facts of a line, separated by spaces. */
function spaced(fact: ElementContent | string, at: number): (ElementContent | string)[] {
  return at === 0 ? [fact] : [' · ', fact];
}

/** Written as it is (`serialise`): the marks of a slot are not text. */
function raw(value: string): ElementContent {
  return { type: 'raw', value } as unknown as ElementContent;
}
