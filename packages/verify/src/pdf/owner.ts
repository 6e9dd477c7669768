import type { PdfEntry } from './pdf-entries.ts';
import { type Stretch, stretchesIn } from './pdf-structure.ts';

/** Which entry a stretch is in. */
export function ownerOf(entries: readonly PdfEntry[]): (stretch: Stretch) => string | undefined {
  const owner = new Map<string, string>();
  for (const { found, section } of entries)
    for (const one of stretchesIn(section)) owner.set(key(one), found.number);
  return (stretch) => owner.get(key(stretch));
}

/** A name for a stretch: its page and its mark. */
export function key({ page, id }: Stretch): string {
  return `${page} ${id}`;
}
