import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Phrasing } from '../model/answer.ts';
import type { Handbook } from '../model/documents.generated.ts';
import type { Say } from '../say/sentence.ts';
import { isolated } from './isolated.ts';

/** How a format links what the book says of itself. */
export interface SayLinks {
  /** A link that prints an entry's number and question. */
  readonly entry: (number: string) => ElementContent;
  /** A link that prints an entry's number alone, and tells its question otherwise. */
  readonly number: (number: string) => ElementContent;
  /** Running text of the book's own. */
  readonly prose: (nodes: readonly Phrasing[]) => readonly ElementContent[];
  /** The class of an address that is printed as it is. */
  readonly addressClass?: string;
}

/**
 * Converts what the book says about itself to hast. Names, titles and the words of an address are isolated
 * (UAX 9, 2.7).
 */
export function sayToHast(
  sentence: readonly Say[],
  handbook: Pick<Handbook, 'direction'>,
  links: SayLinks,
): ElementContent[] {
  return sentence.flatMap((piece) =>
    piece.kind === 'prose' ? links.prose(piece.nodes) : [pieceToHast(piece, handbook, links)],
  );
}

function pieceToHast(
  piece: Exclude<Say, { kind: 'prose' }>,
  handbook: Pick<Handbook, 'direction'>,
  links: SayLinks,
): ElementContent {
  switch (piece.kind) {
    case 'words':
      return { type: 'text', value: piece.text };
    case 'name':
      return isolated(piece.text, handbook);
    case 'title':
      return h('cite', [isolated(piece.text, handbook)]);
    case 'quote':
      return h('q', [isolated(piece.text, handbook)]);
    case 'date':
      return h('time', { dateTime: piece.date }, piece.text);
    case 'address':
      return piece.text === piece.url
        ? h('a', { href: piece.url, className: links.addressClass, dir: 'ltr' }, piece.text)
        : h('a', { href: piece.url }, [isolated(piece.text, handbook)]);
    case 'entry':
      return links.entry(piece.number);
    case 'number':
      return links.number(piece.number);
  }
}
