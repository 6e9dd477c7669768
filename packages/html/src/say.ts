import type { Say } from '@octavo/core/say';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { entryLink } from './entry/entry-link.ts';
import { questionText } from './entry/entry-text.ts';
import type { Site } from './site.ts';
import { rooted } from './site-paths.ts';
import { isolated } from './tree/isolated.ts';

/** What the book says of itself, as hast. A link to an entry tells its question, if only on hovering. */
export function sayHast(site: Site, sentence: readonly Say[]): ElementContent[] {
  return sentence.map((piece) => pieceHast(site, piece));
}

function pieceHast(site: Site, piece: Say): ElementContent {
  switch (piece.kind) {
    case 'words':
      return { type: 'text', value: piece.text };
    case 'name':
      return isolated(piece.text, site.handbook);
    case 'title':
      return h('cite', [isolated(piece.text, site.handbook)]);
    case 'quote':
      return h('q', [isolated(piece.text, site.handbook)]);
    case 'date':
      return h('time', { dateTime: piece.date }, piece.text);
    case 'address':
      return h(
        'a',
        { href: piece.url, ...(piece.text === piece.url ? { className: ['iri'], dir: 'ltr' } : {}) },
        [piece.text === piece.url ? piece.text : isolated(piece.text, site.handbook)],
      );
    case 'entry': {
      const entry = site.index.entry.get(piece.number);
      return entry ? entryLink(site, entry) : { type: 'text', value: piece.number };
    }
    case 'number': {
      const entry = site.index.entry.get(piece.number);
      if (!entry) return { type: 'text', value: piece.number };
      const href = rooted(site.paths.entry(piece.number));
      return h('a', { className: ['number'], href, title: questionText(entry) }, piece.number);
    }
  }
}
