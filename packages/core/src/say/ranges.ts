import { fillLabel } from '../labels/labels-for.ts';
import type { Entry, Handbook } from '../model/documents.generated.ts';
import type { Labels } from '../model/labels.generated.ts';

/** "Questions 606 to 630" of entries in reading order; "Question 606" of one; empty of none. */
export function entriesRange(labels: Labels, entries: readonly Pick<Entry, 'number'>[]): string {
  const first = entries[0]?.number;
  const last = entries.at(-1)?.number;
  if (first === undefined || last === undefined) return '';
  return first === last ? `${labels.question} ${first}` : fillLabel(labels.range, { first, last });
}

/** "Questions 601 to 700 of 1000": the slice of the work that the book is; empty when it is the whole work. */
export function volumeRange({ volume, labels }: Pick<Handbook, 'volume' | 'labels'>): string {
  if (!volume) return '';
  const { first, last, of } = volume;
  return of === undefined
    ? fillLabel(labels.range, { first, last })
    : fillLabel(labels.rangeOf, { first, last, of });
}

/** What the book spans: as its volume says, else from its first entry to its last. */
export function bookRange(handbook: Handbook): string {
  const entries = handbook.chapters.flatMap((chapter) => chapter.entries);
  return volumeRange(handbook) || entriesRange(handbook.labels, entries);
}

/** "Chapter 2". */
export function chapterLabel(labels: Labels, place: number): string {
  return fillLabel(labels.chapter, { number: place + 1 });
}
