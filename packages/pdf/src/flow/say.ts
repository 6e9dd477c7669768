import type { Phrasing } from '@octavo/core';
import type { Say } from '@octavo/core/say';
import { isolated } from '../bidi.ts';

/**
 * What the book says of itself, as nodes of running text: an entry is a cross-reference that prints its
 * number and question, and its page like any other. `questionOf`: the plain question of an entry.
 */
export function sayPhrasing(
  sentence: readonly Say[],
  questionOf: (number: string) => string | undefined = () => undefined,
): readonly Phrasing[] {
  return sentence.flatMap((piece) => (piece.kind === 'prose' ? piece.nodes : [pieceNode(piece, questionOf)]));
}

function pieceNode(
  piece: Exclude<Say, { kind: 'prose' }>,
  questionOf: (number: string) => string | undefined,
): Phrasing {
  switch (piece.kind) {
    case 'words':
      return { type: 'text', value: piece.text };
    case 'name':
    case 'date':
      return { type: 'text', value: isolated(piece.text) };
    case 'title':
      return { type: 'strong', children: [{ type: 'text', value: piece.text }] };
    case 'quote':
      return { type: 'text', value: `“${piece.text}”` };
    case 'address':
      return { type: 'link', url: piece.url, children: [{ type: 'text', value: isolated(piece.text) }] };
    case 'number':
      return referenceTo(piece.number, piece.number);
    case 'entry': {
      const words = `${piece.number} ${questionOf(piece.number) ?? ''}`.trim();
      return { ...referenceTo(piece.number, words), automatic: true };
    }
  }
}

/** A cross-reference that prints these words, and its page. */
export function referenceTo(number: string, words: string): Extract<Phrasing, { type: 'crossReference' }> {
  return { type: 'crossReference', number, written: '', children: [{ type: 'text', value: words }] };
}
