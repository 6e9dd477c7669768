import type { Entry } from '@octavo/core';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { withoutLinks } from '../tree/without-links.ts';

/** Links to the entries before and after. */
export function pager(site: Site, before: Entry | undefined, after: Entry | undefined): Element {
  const words = (entry: Entry): ElementContent[] => [
    h('span.number', entry.number),
    { type: 'text', value: ' ' },
    ...withoutLinks(site.bodies.question(entry)),
  ];
  return pagerOf(
    site,
    before && { href: rooted(site.paths.entry(before.number)), words: words(before) },
    after && { href: rooted(site.paths.entry(after.number)), words: words(after) },
  );
}

export interface PagerLink {
  readonly href: string;
  readonly words: readonly ElementContent[];
}

/** Links to whatever comes before and after. */
export function pagerOf(site: Site, before: PagerLink | undefined, after: PagerLink | undefined): Element {
  const { labels } = site.handbook;
  return h('nav.pager', { ariaLabel: `${labels.previous}, ${labels.next}` }, [
    before ? side('prev', labels.previous, before) : undefined,
    after ? side('next', labels.next, after) : undefined,
  ]);
}

function side(rel: 'prev' | 'next', label: string, link: PagerLink): Element {
  return h('a', { rel, className: [rel], href: link.href }, [
    h('span.caption', label),
    h('span.words', [...link.words]),
  ]);
}
