import type { Entry, Handbook } from '../model/documents.generated.ts';
import { ownFacts } from './own-fields.ts';
import { type Say, sayText, words } from './sentence.ts';

/** Entries that have a value of a field in common. */
export interface FieldGroup {
  /** The value, without a link: it stands among links to the entries. */
  readonly title: readonly Say[];
  /** In the order given. */
  readonly entries: readonly Entry[];
}

/** Entries by the values of a field, sorted as the book's language sorts; those without a value are left out. */
export function fieldGroups(name: string, entries: readonly Entry[], book: Handbook): readonly FieldGroup[] {
  const groups = new Map<string, { readonly title: readonly Say[]; readonly entries: Entry[] }>();
  for (const entry of entries)
    for (const { values } of ownFacts(entry, book, (field) => field.name === name))
      for (const value of values) {
        const key = sayText(value);
        const title = value.map((piece) => (piece.kind === 'entry' ? words(piece.number) : piece));
        const group = groups.get(key) ?? { title, entries: [] };
        groups.set(key, group);
        if (!group.entries.includes(entry)) group.entries.push(entry);
      }
  const { compare } = new Intl.Collator([book.language, 'en'], { numeric: true });
  return [...groups].sort(([a], [b]) => compare(a, b)).map(([, group]) => group);
}
