import type { Entry } from '@octavo/core';
import { editedLabel } from '@octavo/core/hast';
import { entryAnchor, entryAnchors } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';

/**
 * The question with its number before it. The number links permanently to the entry's own page; the heading
 * carries the entry's readable id, and empty anchors keep its old ids working.
 */
export function heading(site: Site, entry: Entry, level: 1 | 2): Element {
  return h(`h${level}`, { id: entry.id, className: ['question'] }, [
    ...oldAnchors(site, entry).map((id) => h('span', { id, className: ['anchor'] })),
    h('a.number', { href: rooted(site.paths.entry(entry.number)) }, [
      editedLabel(entry.number, entry.edits?.kind),
    ]),
    ' ',
    h('span.words', [...site.bodies.phrasing(entry.edits?.question ?? entry.question)]),
  ]);
}

/** The anchors that an entry once had. */
export function oldAnchors({ handbook }: Site, entry: Entry): string[] {
  return entryAnchors(entry, handbook).filter((id) => id !== entry.id && id !== entryAnchor(entry.number));
}
