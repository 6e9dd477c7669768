import type { Entry } from '@octavo/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { withoutLinks } from '../tree/without-links.ts';

/**
 * A link that shows an entry's number and question. It leads to the entry's own page, or to `href`
 * where the entry stands among others.
 */
export function entryLink(site: Site, entry: Entry, href?: string): Element {
  return h('a.entry-link', { href: href ?? rooted(site.paths.entry(entry.number)) }, [
    h('span.number', entry.number),
    ' ',
    h('span.words', withoutLinks(site.bodies.question(entry))),
    ...mark(site, entry),
  ]);
}

/** A list of such links. */
export function entryList(site: Site, entries: readonly Entry[], href?: (entry: Entry) => string): Element {
  return h(
    'ol.entries',
    { role: 'list' },
    entries.map((entry) => h('li', [entryLink(site, entry, href?.(entry))])),
  );
}

function mark(site: Site, { status }: Entry): (Element | string)[] {
  return status === 'active' ? [] : [' ', h('span.mark', site.handbook.labels[status])];
}
