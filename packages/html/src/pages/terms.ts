import { type IndexHeading, indexGroups, sayNumbers } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';
import { letterSections } from './letters.ts';
import { matterPage } from './matter-page.ts';

/** The index of terms: every heading and subheading with the numbers of its entries. */
export function termsPage(site: Site): PageContent {
  const { handbook } = site;
  const title = handbook.labels.index;
  return matterPage(site, 'terms', title, [
    h('p.description', handbook.labels.indexNumbersNotice),
    ...letterSections(indexGroups(handbook), title, (items) => list(site, items)),
  ]);
}

function list(site: Site, headings: readonly IndexHeading[]): Element {
  return h(
    'ul.index',
    { role: 'list' },
    headings.map(({ term, numbers, below }) =>
      h('li', [
        h('span', term),
        numbers.length > 0 ? [', ', ...sayHast(site, sayNumbers(numbers))] : undefined,
        below.length > 0 ? list(site, below) : undefined,
      ]),
    ),
  );
}
