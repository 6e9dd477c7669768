import { type Entry, type Handbook, type Part, toText } from '@octavo/core';
import { entryAnchor } from '@octavo/core/say';
import type { Destination, OutlineItem, Section } from '../display/bound-book.ts';

/** Makes the outline: every section, with a chapter below its part when it has one, and its entries below it. */
export function outline(
  handbook: Handbook,
  sections: readonly Section[],
  destinations: ReadonlyMap<string, Destination>,
): OutlineItem[] {
  const chapters = new Map(handbook.chapters.map((chapter) => [`chapter-${chapter.id}`, chapter]));
  const parts = new Map(handbook.parts.flatMap((part) => part.chapters.map((id) => [id, part] as const)));
  const items: OutlineItem[] = [];
  let open: { readonly part: Part; readonly children: OutlineItem[] } | undefined;
  for (const section of sections) {
    const to = destinations.get(section.anchor);
    if (!to) continue;
    const chapter = chapters.get(section.anchor);
    const item = { title: section.title, to, children: entryItems(chapter?.entries ?? [], destinations) };
    const part = parts.get(chapter?.id ?? '');
    if (!part) items.push(item);
    else if (part === open?.part) open.children.push(item);
    else {
      // A part has no page of its own, so its line leads to its first chapter.
      open = { part, children: [item] };
      items.push({ title: part.title, to, children: open.children, open: true });
    }
  }
  return items;
}

function entryItems(
  entries: readonly Entry[],
  destinations: ReadonlyMap<string, Destination>,
): OutlineItem[] {
  return entries.flatMap((entry): OutlineItem[] => {
    const to = destinations.get(entryAnchor(entry.number));
    return to ? [{ title: `${entry.number} ${toText(entry.question)}`, to, children: [] }] : [];
  });
}
