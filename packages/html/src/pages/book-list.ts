import type { BookList, ListLine } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { titledPage } from './matter-page.ts';

/** A list of figures, tables or entries: each line leads to one. */
export function bookListPage(site: Site, { id, title, groups }: BookList): PageContent {
  const body = groups.flatMap((group) => [
    ...(group.title.length > 0 ? [h('h2', sayHast(site, group.title))] : []),
    h(
      'ol',
      { className: ['entries'], role: 'list' },
      group.lines.map((line) => lineItem(site, line)),
    ),
  ]);
  const kind = id === 'figures' || id === 'tables' ? id : 'list';
  return titledPage(site, { kind, path: site.paths.list(id) }, title, body);
}

function lineItem(site: Site, { number, id, anchor, label, words }: ListLine): Element {
  const href = rooted(site.paths.entry(number), id === undefined ? undefined : anchor);
  return h('li', [
    h('a', { className: ['entry-link'], href }, [
      h('span', { className: ['number'] }, label),
      ' ',
      h('span', { className: ['words'] }, [...site.bodies.phrasing(words)]),
    ]),
  ]);
}
