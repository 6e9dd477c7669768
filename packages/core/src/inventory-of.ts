import type { Entry, Handbook, Volume } from './model/documents.generated.ts';
import type { Inventory } from './model/source.generated.ts';
import { toText } from './model/to-text.ts';
import { numberKey } from './numbers/number-key.ts';
import { entryIri } from './say/addresses.ts';

/** What other handbooks need to link to this one: inventory.json (schemas/inventory.schema.json). Drafts are left out. */
export function inventoryOf(handbook: Handbook): Inventory {
  const { id, iri, title, language, volume, edition } = handbook;
  return {
    schemaVersion: 1,
    id,
    iri,
    title,
    language,
    ...(volume ? { volume: sliceOf(volume) } : {}),
    edition: { version: edition.version, date: edition.date },
    entries: handbook.chapters
      .flatMap((chapter) => chapter.entries)
      .filter((entry) => entry.status !== 'draft')
      .map((entry) => inventoryEntry(entry, handbook)),
  };
}

function sliceOf({ first, last, of }: Volume): NonNullable<Inventory['volume']> {
  return { first, last, ...(of === undefined ? {} : { of }) };
}

function inventoryEntry(entry: Entry, handbook: Handbook): Inventory['entries'][number] {
  const { number, id, aliases, question, status } = entry;
  return {
    number,
    ...(handbook.numbers ? { key: numberKey(number) } : {}),
    id,
    ...(aliases.length > 0 ? { aliases: [...aliases] } : {}),
    question: toText(question),
    iri: entryIri(handbook, number),
    ...(status === 'deprecated' || status === 'withdrawn' ? { status } : {}),
  };
}
