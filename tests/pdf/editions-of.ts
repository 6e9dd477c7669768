import type { Handbook } from '@octavo/core';
import type { Book } from '../contract/load-book.ts';
import { bookOf } from './any-book.ts';

/**
 * Two editions as they are redlined, with the pictures of both. Each entry of the earlier one stands where the newer one
 * has it: one that is gone is in no page of it, and a new one not in the earlier.
 */
export function editionsOf(
  older: ReadonlyMap<string, string>,
  newer: ReadonlyMap<string, string>,
): { readonly before: Handbook; readonly after: Handbook; readonly assets: Book['assets'] } {
  const [one, { handbook: other, assets }] = [bookOf(older).handbook, bookOf(newer)];
  const was = new Map(
    one.chapters.flatMap(({ entries }) => entries.map((entry) => [entry.number, entry] as const)),
  );
  const chapters = other.chapters.map((chapter) => ({
    ...chapter,
    entries: chapter.entries.flatMap(({ number }) => was.get(number) ?? []),
  }));
  const images = [...new Map([...one.images, ...other.images].map((image) => [image.path, image])).values()];
  return { before: { ...one, chapters, images }, after: { ...other, images }, assets };
}
