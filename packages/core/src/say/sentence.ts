/**
 * A piece of a sentence that the book says of itself. Each format renders the four kinds in its own way:
 * plain words, an entry by its number and question (a link), an entry by its number alone (a link), and
 * an address outside the book.
 */
export type Say =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'entry'; readonly number: string }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'address'; readonly url: string; readonly text: string };

/** Plain words as a piece of a sentence. */
export function words(text: string): Say {
  return { kind: 'words', text };
}

/**
 * Fills the `{…}` of a label with pieces of a sentence: `sayLabel('Replaced by {entry}.', { entry })`.
 * What has no value stays as it is written; empty words are left out.
 */
export function sayLabel(label: string, values: Readonly<Record<string, Say>>): readonly Say[] {
  return label
    .split(/(\{\w+\})/)
    .map((part) => values[part.slice(1, -1)] ?? words(part))
    .filter((part) => part.kind !== 'words' || part.text !== '');
}

/** Numbers as links, with commas between: "618, 623". */
export function sayNumbers(numbers: readonly string[]): readonly Say[] {
  return numbers.flatMap((number, at): readonly Say[] => [
    ...(at === 0 ? [] : [words(', ')]),
    { kind: 'number', number },
  ]);
}
