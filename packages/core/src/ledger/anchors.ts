import type { Entry, Handbook } from '../model/documents.generated.ts';
import { isNumberEver } from '../numbers/order-numbers.ts';
import { entryAnchor } from '../say/addresses.ts';

/** Every anchor that leads to an entry: `q618`, its id, its aliases. */
export function anchorsOf(
  entry: Pick<Entry, 'number' | 'id' | 'aliases'>,
  grammars: Pick<Handbook, 'numbers' | 'formerNumbers'>,
): readonly string[] {
  const aliases = entry.aliases.flatMap((alias) =>
    /^\d/.test(alias) || isNumberEver(alias, grammars) ? [alias, entryAnchor(alias)] : [alias],
  );
  return [...new Set([entryAnchor(entry.number), entry.id, ...aliases])];
}
