import type { Handbook, Page } from './documents.generated.ts';

/**
 * Returns every text of the book that is neither an answer nor a definition, in reading order: the prose pages, and
 * the introductions of chapters between those before and those after the entries.
 */
export function prosePages({
  front,
  chapters,
  back,
}: Pick<Handbook, 'front' | 'chapters' | 'back'>): readonly Page[] {
  return [...front, ...chapters.flatMap(({ intro }) => intro ?? []), ...back];
}
