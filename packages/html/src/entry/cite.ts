import { type Entry, numberKey } from '@octavo/core';
import { printable } from '@octavo/core/hast';
import { type CitationRecord, citationRecords, sayCitation } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { CITE, copyButton, reportLink } from './actions.ts';

/** How to cite an answer, in words and for reference managers, and the other actions. */
export function cite(site: Site, entry: Entry): Element {
  const records = citationRecords(entry, site.handbook);
  return h('section', { id: CITE, className: ['cite'] }, [
    h('h2', site.handbook.labels.cite),
    h('blockquote', [h('p', sayHast(site, sayCitation(entry, site.handbook)))]),
    h('p.actions', [
      copyButton(site, entry),
      h('a', { href: rooted(site.paths.markdown(entry.number)), type: 'text/markdown' }, 'Markdown'),
      ...records.map((record) => recordLink(entry, record)),
      ...reportLink(site, entry),
    ]),
  ]);
}

/**
 * A citation that can be saved as a file: the address contains the file, so that it needs no script and no
 * server.
 */
function recordLink({ number }: Entry, { name, mediaType, extension, text }: CitationRecord): Element {
  const href = `data:${mediaType};charset=utf-8,${encodeURIComponent(printable(text))}`;
  return h('a', { href, download: `${numberKey(number)}.${extension}` }, name);
}
