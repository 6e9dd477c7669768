import { type Chapter, type Entry, fillLabel } from '@octavo/core';
import type { Site } from '../site.ts';

/** "Chapter 2". */
export function chapterNumber(site: Site, chapter: Chapter): string {
  return fillLabel(site.handbook.labels.chapter, { number: site.handbook.chapters.indexOf(chapter) + 1 });
}

/** "Questions 606 to 630"; nothing for no entries. */
export function entryRange(site: Site, entries: readonly Entry[]): string {
  const first = entries[0];
  const last = entries.at(-1);
  if (!first || !last) return '';
  return fillLabel(site.handbook.labels.range, { first: first.number, last: last.number });
}
