import type { Term } from '@octavo/core';
import { glossaryGroups, type Say, sayExplainedBy, sayOtherNames } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';
import { letterSections } from './letters.ts';
import { matterPage } from './matter-page.ts';

/** The glossary: terms with their definitions, other names, and the entries that explain them. */
export function glossaryPage(site: Site): PageContent {
  const { handbook } = site;
  const title = handbook.labels.glossary;
  const terms = (items: readonly Term[]) =>
    h(
      'dl',
      items.flatMap((term) => termParts(site, term)),
    );
  return matterPage(site, 'glossary', title, letterSections(glossaryGroups(handbook), title, terms));
}

function termParts(site: Site, term: Term): Element[] {
  const { handbook } = site;
  const said = (name: string, sentence: readonly Say[]): Element[] =>
    sentence.length === 0 ? [] : [h('p', { className: [name] }, [...sayHast(site, sentence)])];
  return [
    h('dt', { id: term.id }, term.term),
    h('dd', [
      h('p', [...site.bodies.phrasing(term.definition)]),
      ...said('also', sayOtherNames(term, handbook)),
      ...said('see', sayExplainedBy(term, handbook)),
    ]),
  ];
}
