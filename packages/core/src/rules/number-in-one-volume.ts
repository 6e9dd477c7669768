import type { Entry, Volume } from '../model/documents.generated.ts';
import type { Inventory } from '../model/source.generated.ts';
import { numberKey } from '../numbers/number-key.ts';
import { compareNumbers } from '../numbers/order-numbers.ts';
import type { Rule, RuleContext } from './rule.ts';

/** A number, an id or an old name stands for an entry of one volume of the work, as the inventories of the others tell. */
export const numberInOneVolume: Rule = (book) => {
  const { handbook } = book;
  for (const { data } of book.sources.inventories.values()) {
    if (data?.iri !== handbook.iri || data.id === handbook.id) continue;
    if (data.volume && !handbook.volume)
      book.report({
        keys: ['iri'],
        reason: `${handbook.iri} is the work of which "${data.id}" is a volume`,
        note: 'Give this book a "volume:" too, or an iri of its own.',
      });
    if (data.volume && handbook.volume) compareSlices(book, handbook.volume, data.volume, data.id);
    for (const entry of book.entries) compareEntry(book, entry, data);
  }
};

function compareSlices(
  book: RuleContext,
  own: Volume,
  other: Pick<Volume, 'first' | 'last'>,
  id: string,
): void {
  const { numbers } = book.handbook;
  if (
    compareNumbers(own.first, other.last, numbers) > 0 ||
    compareNumbers(other.first, own.last, numbers) > 0
  )
    return;
  book.report({
    keys: ['volume'],
    reason: `this volume has ${own.first} to ${own.last}, and "${id}" has ${other.first} to ${other.last}`,
    note: 'Every number is of one volume: change the slice of one of the two.',
  });
}

function compareEntry({ report }: RuleContext, entry: Entry, { id, volume, entries }: Inventory): void {
  const names: readonly (readonly [name: string, keys: readonly (string | number)[]])[] = [
    [numberKey(entry.number), ['number']],
    [entry.id, ['id']],
    ...entry.aliases.map((alias, at) => [alias, ['aliases', at]] as const),
  ];
  for (const other of entries) {
    // The inventory of the whole work lists this volume too.
    if (!volume && other.number === entry.number && other.id === entry.id) continue;
    const theirs = [other.number, numberKey(other.number), other.id, ...(other.aliases ?? [])];
    for (const [name, keys] of names) {
      if (name === '' || !theirs.includes(name)) continue;
      report({
        path: entry.source.path,
        keys,
        reason: `"${name}" is an entry of "${id}" too, another volume of the work: ${other.number}. ${other.question}`,
        note: `Both would be at <iri>entry/${name}. Give one of the two another ${keys[0] === 'number' ? 'number' : 'name'}.`,
      });
    }
  }
}
