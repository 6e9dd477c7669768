import type { Entry } from '@octavo/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { byLetter, letterBar } from './letters.ts';
import { matterPage } from './matter-page.ts';
import { numberLinks } from './number-links.ts';

interface IndexLine {
  readonly term: string;
  readonly numbers: string[];
  readonly below: Map<string, IndexLine>;
}

/** The index of terms: every term and sub-entry with the numbers of its entries. */
export function termsPage(site: Site): PageContent {
  const { handbook } = site;
  const groups = byLetter([...lines(site.index.entries).values()], (line) => line.term, handbook.language);
  return matterPage(site, 'terms', handbook.labels.index, [
    ...letterBar(groups, handbook.labels.index),
    ...groups.map((group) =>
      h('section', { className: ['letter'] }, [
        h('h2', { id: group.id }, group.letter),
        list(site, group.items),
      ]),
    ),
  ]);
}

function lines(entries: readonly Entry[]): Map<string, IndexLine> {
  const roots = new Map<string, IndexLine>();
  for (const entry of entries) {
    for (const path of entry.index) {
      let level = roots;
      path.forEach((term, depth) => {
        const line = level.get(term) ?? { term, numbers: [], below: new Map<string, IndexLine>() };
        level.set(term, line);
        if (depth === path.length - 1 && !line.numbers.includes(entry.number))
          line.numbers.push(entry.number);
        level = line.below;
      });
    }
  }
  return roots;
}

function list(site: Site, items: readonly IndexLine[]): Element {
  const { compare } = new Intl.Collator(site.handbook.language);
  return h(
    'ul',
    { className: ['index'], role: 'list' },
    items.map((line) => {
      const below = [...line.below.values()].sort((a, b) => compare(a.term, b.term));
      return h('li', [
        h('span', line.term),
        ...(line.numbers.length > 0 ? [', ', ...numberLinks(site, line.numbers)] : []),
        ...(below.length > 0 ? [list(site, below)] : []),
      ]);
    }),
  );
}
