import type { Entry } from '@octavo/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { localLinks } from '../tree/local-links.ts';
import { actions } from './actions.ts';
import { entryLink } from './entry-link.ts';
import { heading } from './heading.ts';
import { notices, watermark } from './notice.ts';
import { relatedEntries } from './related.ts';

/**
 * An entry in full among the others of its chapter part: number, question, notices, answer, what is
 * related, and what one can do with it. Links to entries in `here` lead to their anchors on the page.
 */
export function article(site: Site, entry: Entry, here: ReadonlySet<string>): Element {
  const { labels } = site.handbook;
  const near = (other: Entry): string =>
    here.has(other.number) ? `#q${other.number}` : rooted(site.paths.entry(other.number));
  const related = relatedEntries(site, entry);
  return h(
    'article',
    { id: `q${entry.number}`, className: ['entry', entry.status], ...watermark(site, entry) },
    [
      heading(site, entry, 2),
      ...notices(site, entry),
      h('div', { className: ['answer'] }, localLinks(site.bodies.answer(entry), here)),
      h('footer', [
        ...(related.length > 0
          ? [
              h('div', { className: ['related'] }, [
                h('p', { className: ['caption'] }, labels.related),
                h(
                  'ul',
                  { role: 'list' },
                  related.map((other) => h('li', [entryLink(site, other, near(other))])),
                ),
              ]),
            ]
          : []),
        actions(site, entry),
      ]),
    ],
  );
}
