import { type Handbook, toText } from '@octavo/core';
import type { Destination } from '../paint/destinations.ts';
import type { OutlineItem } from '../paint/outline.ts';
import type { Section } from './section.ts';

/** The outline: every section, and under a chapter its entries. */
export function outline(
  handbook: Handbook,
  sections: readonly Section[],
  destinations: ReadonlyMap<string, Destination>,
): OutlineItem[] {
  const chapters = new Map(handbook.chapters.map((chapter) => [`chapter-${chapter.id}`, chapter]));
  const items: OutlineItem[] = [];
  for (const section of sections) {
    const to = destinations.get(section.anchor ?? '');
    if (!to) continue;
    const entries = chapters.get(section.anchor ?? '')?.entries ?? [];
    const children = entries.flatMap((entry): OutlineItem[] => {
      const own = destinations.get(`q${entry.number}`);
      return own ? [{ title: `${entry.number} ${toText(entry.question)}`, to: own, children: [] }] : [];
    });
    items.push({ title: section.title, to, children });
  }
  return items;
}
