import type { PdfEntry } from './pdf-entries.ts';
import { type Stretch, stretchesIn } from './pdf-structure.ts';

/** The number of the entry that a stretch is in. */
export type Owner = (stretch: Stretch) => string | undefined;

/** Knows which entry each stretch is in. */
export function ownerOf(entries: readonly PdfEntry[]): Owner {
  const owner = new Map<string, string>();
  for (const { found, section } of entries)
    for (const one of stretchesIn(section)) owner.set(key(one), found.number);
  return (stretch) => owner.get(key(stretch));
}

/** A name for a stretch: its page and its mark. */
export function key({ page, id }: Stretch): string {
  return `${page} ${id}`;
}
