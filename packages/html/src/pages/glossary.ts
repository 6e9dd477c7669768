import type { Term } from '@octavo/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { byLetter, letterBar } from './letters.ts';
import { matterPage } from './matter-page.ts';
import { numberLinks } from './number-links.ts';

/** The glossary: terms with their definitions, other names, and the entries that explain them. */
export function glossaryPage(site: Site): PageContent {
  const { handbook } = site;
  const groups = byLetter(handbook.glossary, (term) => term.term, handbook.language);
  return matterPage(site, 'glossary', handbook.labels.glossary, [
    ...letterBar(groups, handbook.labels.glossary),
    ...groups.map((group) =>
      h('section', { className: ['letter'] }, [
        h('h2', { id: group.id }, group.letter),
        h(
          'dl',
          group.items.flatMap((term) => termParts(site, term)),
        ),
      ]),
    ),
  ]);
}

function termParts(site: Site, term: Term): Element[] {
  const { labels } = site.handbook;
  return [
    h('dt', { id: term.id }, term.term),
    h('dd', [
      h('p', [...site.bodies.phrasing(term.definition)]),
      ...(term.also.length > 0
        ? [h('p', { className: ['also'] }, `${labels.alsoCalled} ${term.also.join(', ')}`)]
        : []),
      ...(term.entries.length > 0
        ? [h('p', { className: ['see'] }, [`${labels.see} `, ...numberLinks(site, term.entries)])]
        : []),
    ]),
  ];
}
