import type { Entry } from '@octavo/core';
import { entryAnchor } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { entryLink } from '../entry/entry-link.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';

const EACH_WAY = 2;

/** The way up to the chapter, and the entries on either side in it. */
export function neighbours(site: Site, entry: Entry, place: number): Element[] {
  const part = site.paths.partOf(entry.number);
  if (!part) return [];
  const window = site.index.entries
    .slice(Math.max(0, place - EACH_WAY), place + EACH_WAY + 1)
    .filter((other) => site.paths.partOf(other.number)?.chapter === part.chapter);
  return [
    h('nav.toc', { ariaLabel: part.chapter.title }, [
      h('p.up', [
        h('a', { href: rooted(site.paths.part(part), entryAnchor(entry.number)) }, part.chapter.title),
      ]),
      h(
        'ol.entries.wide-only',
        { role: 'list' },
        window.map((other) => h('li', [other === entry ? current(site, other) : entryLink(site, other)])),
      ),
    ]),
  ];
}

function current(site: Site, entry: Entry): Element {
  const link = entryLink(site, entry);
  return { ...link, properties: { ...link.properties, ariaCurrent: 'page' } };
}
