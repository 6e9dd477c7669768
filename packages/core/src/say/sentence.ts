import type { Phrasing } from '../model/answer.ts';
import { toText } from '../model/to-text.ts';

/**
 * A piece of a sentence that the book says about itself. Each format renders the kinds in its own way: plain
 * words, a name or a version (which may run in another direction than the words around it), the title of a
 * book, quoted words, a date (words, and the date itself for programs), an entry by its number and question
 * (a link), an entry by its number alone (a link), and an address outside the book.
 */
export type Say =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'date'; readonly date: string; readonly text: string }
  | { readonly kind: 'entry'; readonly number: string }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'address'; readonly url: string; readonly text: string }
  /** Running text of the book's own. */
  | { readonly kind: 'prose'; readonly nodes: readonly Phrasing[] };

/** Plain words as a piece of a sentence. */
export function words(text: string): Say {
  return { kind: 'words', text };
}

/** Makes a piece from a name, or from anything else that is not prose of the book. */
export function sayName(text: string): Say {
  return { kind: 'name', text };
}

/** Makes a piece from an address outside the book; without words of its own, the address itself is shown. */
export function sayAddress(url: string, text: string = url): Say {
  return { kind: 'address', url, text };
}

/**
 * Fills the `{…}` of a label with pieces of a sentence: `sayLabel('Replaced by {entry}.', { entry })`. A
 * placeholder without a value stays as it is; empty words are left out.
 */
export function sayLabel(label: string, values: Readonly<Record<string, Say>>): readonly Say[] {
  return label
    .split(/(\{\w+\})/)
    .map((part, at) => (at % 2 === 1 ? values[part.slice(1, -1)] : undefined) ?? words(part))
    .filter((part) => part.kind !== 'words' || part.text !== '');
}

/** Numbers as links, with commas between: "618, 623". */
export function sayNumbers(numbers: readonly string[]): readonly Say[] {
  return numbers.flatMap((number, at): readonly Say[] => [
    ...(at === 0 ? [] : [words(', ')]),
    { kind: 'number', number },
  ]);
}

/** A sentence as plain text; entries are said by their numbers. */
export function sayText(sentence: readonly Say[]): string {
  return sentence
    .map((piece) =>
      piece.kind === 'prose' ? toText(piece.nodes) : 'text' in piece ? piece.text : piece.number,
    )
    .join('');
}
