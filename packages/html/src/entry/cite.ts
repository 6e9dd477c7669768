import type { Entry } from '@octavo/core';
import { sayCitation } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { CITE, copyButton, reportLink } from './actions.ts';

/** How to cite an answer, and what else one can do with it. */
export function cite(site: Site, entry: Entry): Element {
  return h('section', { id: CITE, className: ['cite'] }, [
    h('h2', site.handbook.labels.cite),
    h('blockquote', [h('p', sayHast(site, sayCitation(entry, site.handbook)))]),
    h('p', { className: ['actions'] }, [
      copyButton(site, entry),
      h('a', { href: rooted(site.paths.markdown(entry.number)), type: 'text/markdown' }, 'Markdown'),
      ...reportLink(site, entry),
    ]),
  ]);
}
