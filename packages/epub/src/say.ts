import { toText } from '@octavo/core';
import type { Say } from '@octavo/core/say';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Context } from './context.ts';
import { questionLink } from './entry/question-link.ts';

/** Text that is no prose of the book, kept to itself in a book that runs from right to left (UAX 9, 2.7). */
export function isolated({ handbook }: Context, value: string): ElementContent {
  const text = { type: 'text', value } as const;
  return handbook.direction === 'rtl' ? h('bdi', [text]) : text;
}

/** What the book says of itself, as hast. A number says its question to those who do not see it. */
export function sayHast(context: Context, sentence: readonly Say[]): ElementContent[] {
  return sentence.map((piece) => pieceHast(context, piece));
}

function pieceHast(context: Context, piece: Say): ElementContent {
  switch (piece.kind) {
    case 'words':
      return { type: 'text', value: piece.text };
    case 'name':
      return isolated(context, piece.text);
    case 'title':
      return h('cite', [isolated(context, piece.text)]);
    case 'quote':
      return h('q', [isolated(context, piece.text)]);
    case 'date':
      return h('time', { dateTime: piece.date }, piece.text);
    case 'address':
      return h('a', { href: piece.url, ...(piece.text === piece.url ? { dir: 'ltr' } : {}) }, piece.text);
    case 'entry':
      return questionLink(context, piece.number);
    case 'number': {
      const entry = context.index.entry.get(piece.number);
      const title = entry ? { title: toText(entry.question) } : {};
      const href = context.addresses.entry(piece.number);
      return h('a', { className: ['number'], href, ...title }, piece.number);
    }
  }
}
