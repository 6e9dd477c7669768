import type { Handbook } from '@octavo/core';
import { type ChapterLine, type ContentsLine, contentsOf } from '@octavo/core/say';
import type { ContentsItem } from './contents.ts';

/**
 * Returns the lines of the contents, each with the anchor that it leads to. `changed` says whether it lists changes.
 */
export function contentsItems(handbook: Handbook, changed: boolean): readonly ContentsItem[] {
  return contentsOf(handbook, changed).flatMap(itemsOf);
}

function itemsOf(line: ContentsLine): readonly ContentsItem[] {
  switch (line.kind) {
    case 'page':
      return [{ title: line.page.title, anchor: line.page.id }];
    case 'chapter':
      return [chapterItem(line)];
    case 'part':
      return line.chapters.map((chapter, at) => ({
        ...chapterItem(chapter),
        ...(at === 0 ? { part: line.part.title } : {}),
      }));
    case 'matter':
      return [{ title: line.title, anchor: line.matter }];
  }
}

function chapterItem({ chapter, place }: ChapterLine): ContentsItem {
  return {
    title: chapter.title,
    anchor: `chapter-${chapter.id}`,
    label: `${place + 1}`,
    entries: chapter.entries,
  };
}
