import { fillLabel } from '../labels/labels-for.ts';
import { nearest } from '../message/nearest.ts';
import { report } from '../message/report.ts';
import type { OuterEntry } from '../model/answer.ts';
import type { Labels } from '../model/labels.generated.ts';
import type { HandbookSource, Inventory, InventoryEntry } from '../model/source.generated.ts';
import { isNumber } from '../numbers/order-numbers.ts';
import { linkSpelling, otherSpellings } from '../numbers/spelling.ts';
import type { Sources } from '../read/read.ts';
import { numbered } from '../say/addresses.ts';
import { declaredNumbers } from './declare-numbers.ts';
import { isOutside } from './volume.ts';

/** An entry of another handbook, found. */
export interface OuterFound {
  /** Its permanent IRI. */
  readonly iri: string;
  readonly entry: OuterEntry;
  /** For a link without text: the entry's number and question. */
  readonly label: string;
}

/** Another handbook, as its inventory tells of it. */
export interface OuterBook {
  readonly title: string;
  /** By number, id or alias. */
  readonly find: (reference: string) => OuterFound | undefined;
  /** The spelling that a misspelt reference most likely meant. */
  readonly near: (reference: string) => string | undefined;
}

/** The handbooks and volumes that links may lead to. */
export interface OuterBooks {
  /** Every prefix of handbook.yaml; without a book when its inventory is missing or broken, which has its message. */
  readonly byPrefix: ReadonlyMap<string, OuterBook | undefined>;
  /** An entry of another volume of the same work: by a number outside this one's, or by an id or alias. */
  readonly inOtherVolume: (reference: string) => OuterFound | undefined;
}

/** Reads the prefixes of handbook.yaml with their inventories. Reports an inventory that is missing or that nothing names. */
export function outerBooks(sources: Sources, labels: Labels): OuterBooks {
  const book = sources.handbook;
  const data: Partial<HandbookSource> = book?.data ?? {};
  const { numbers } = declaredNumbers(data);
  const byPrefix = new Map<string, OuterBook | undefined>();
  const volumes: OuterBook[] = [];
  for (const prefix of Object.keys(data.inventories ?? {})) {
    const inventory = sources.inventories.get(prefix)?.data;
    const sameWork = inventory !== undefined && inventory.iri === data.iri;
    const outer = inventory && outerBook(inventory, whereOf(inventory, sameWork, labels));
    byPrefix.set(prefix, outer);
    if (outer && sameWork) volumes.push(outer);
    if (sources.inventories.has(prefix) || !book) continue;
    report(book.file, 'inventory-present', {
      reason: `there is no inventory/${prefix}.json for the links that begin with "${prefix}:"`,
      place: book.yaml.locateKey(['inventories', prefix]),
      note: `Run "octavo inventory update ${prefix}", and commit the file.`,
    });
  }
  for (const [prefix, { file }] of sources.inventories) {
    if (byPrefix.has(prefix)) continue;
    report(file, 'file-known', {
      reason: 'handbook.yaml names no such inventory',
      note: `Add "${prefix}:" to "inventories:", or remove the file.`,
    });
  }
  return {
    byPrefix,
    inOtherVolume: (reference) => {
      if (isNumber(reference, numbers) && !isOutside(reference, data.volume, numbers)) return undefined;
      for (const volume of volumes) {
        const found = volume.find(reference);
        if (found) return found;
      }
      return undefined;
    },
  };
}

/** What tells the reader of a printed page which book it is. */
function whereOf({ title, volume }: Inventory, sameWork: boolean, labels: Labels): string {
  return sameWork && volume ? fillLabel(labels.inVolume, { first: volume.first, last: volume.last }) : title;
}

function outerBook({ id, title, entries }: Inventory, where: string): OuterBook {
  const known = new Map<string, InventoryEntry>();
  const set = (name: string, entry: InventoryEntry) => {
    if (!known.has(name)) known.set(name, entry);
  };
  for (const entry of entries) set(entry.number, entry);
  for (const entry of entries) set(entry.id, entry);
  for (const entry of entries) for (const alias of entry.aliases ?? []) set(alias, entry);
  const spelt = new Map(
    entries.flatMap((entry) => otherSpellings(entry.number).map((name) => [name, entry])),
  );
  return {
    title,
    find: (reference) => {
      const entry = known.get(reference) ?? spelt.get(reference);
      if (!entry) return undefined;
      const { number, iri, question } = entry;
      return { iri, entry: { handbook: id, number, where }, label: numbered(number, question) };
    },
    near: (reference) => {
      const near = nearest(reference, known.keys());
      return near && linkSpelling(near);
    },
  };
}
