import { numberKey } from '../numbers/number-key.ts';
import type { Chapter, Entry } from './documents.generated.ts';
import { groupBy } from './group-by.ts';

/** A part of a chapter that becomes one document in HTML and EPUB. */
export interface ChapterPart {
  /** The chapter's id, with the block's numbers behind it when the chapter is split: `etl-601-650`. */
  readonly id: string;
  readonly chapter: Chapter;
  readonly entries: readonly Entry[];
  /** The position of this part and the number of parts, counted from 1. */
  readonly index: number;
  readonly count: number;
}

const PART_SIZE = 50;

/**
 * Splits a chapter of more than 50 entries on fixed blocks of numbers (1 to 50, 51 to 100, …), so
 * that inserting an entry moves no other entry to another document. What counts are the first digits of a
 * number, apart for each text in front of them.
 */
export function chapterParts(chapter: Chapter): readonly ChapterPart[] {
  if (chapter.entries.length <= PART_SIZE) {
    return [{ id: chapter.id, chapter, entries: chapter.entries, index: 1, count: 1 }];
  }
  const blocks = groupBy(chapter.entries, ({ number }) => blockOf(number));
  return [...blocks].map(([block, entries], index) => ({
    id: `${chapter.id}-${block}`,
    chapter,
    entries,
    index: index + 1,
    count: blocks.size,
  }));
}

/** `601-650`; `a-1-50` of A.2; `b` of the annex B. */
function blockOf(number: string): string {
  const [, before = '', digits] = /^(\D*)(\d+)?/.exec(number) ?? [];
  const name = numberKey(before).toLowerCase();
  if (digits === undefined) return name;
  const block = Math.floor((Math.max(Number.parseInt(digits, 10), 1) - 1) / PART_SIZE);
  return `${name === '' ? '' : `${name}-`}${block * PART_SIZE + 1}-${(block + 1) * PART_SIZE}`;
}
