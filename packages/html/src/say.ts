import { sayToHast } from '@octavo/core/hast';
import type { Say } from '@octavo/core/say';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { entryLink } from './entry/entry-link.ts';
import { questionText } from './entry/entry-text.ts';
import type { Site } from './site.ts';
import { rooted } from './site-paths.ts';

/** What the book says of itself, as hast. A link to an entry tells its question, if only on hovering. */
export function sayHast(site: Site, sentence: readonly Say[]): ElementContent[] {
  const { entry: entries } = site.index;
  return sayToHast(sentence, site.handbook, {
    addressClass: 'iri',
    prose: site.bodies.phrasing,
    entry(number) {
      const entry = entries.get(number);
      return entry ? entryLink(site, entry) : { type: 'text', value: number };
    },
    number(number) {
      const entry = entries.get(number);
      if (!entry) return { type: 'text', value: number };
      const href = rooted(site.paths.entry(number));
      return h('a.number', { href, title: questionText(entry) }, number);
    },
  });
}
