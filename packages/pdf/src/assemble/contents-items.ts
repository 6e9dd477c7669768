import type { Handbook } from '@octavo/core';
import type { ContentsItem } from './contents.ts';
import type { Section } from './section.ts';

/** The lines of the contents: prose pages, chapters with their entries, what stands after. */
export function contentsItems(
  handbook: Handbook,
  prose: readonly Section[],
  after: readonly { title: string; anchor?: string }[],
): ContentsItem[] {
  const plain = (section: { title: string; anchor?: string }): ContentsItem => ({
    title: section.title,
    anchor: section.anchor ?? '',
  });
  const part = new Map(handbook.parts.map((own) => [own.chapters[0], own.title]));
  const chapters = handbook.chapters.map((chapter, index): ContentsItem => {
    const title = part.get(chapter.id);
    return {
      title: chapter.title,
      anchor: `chapter-${chapter.id}`,
      label: `${index + 1}`,
      entries: chapter.entries,
      ...(title ? { part: title } : {}),
    };
  });
  return [...prose.map(plain), ...chapters, ...after.map(plain)];
}
