import { type ChapterPart, cacheKey, digest } from '@octavo/core';
import { chapterFile } from '../book/addresses.ts';
import type { Context } from '../context.ts';

/**
 * The key of a printed chapter document: everything that it is made from. The document must be made from
 * nothing else: a test edits books at random and compares the results with builds from nothing.
 */
export function chapterKeys(context: Context): (part: ChapterPart) => string {
  const { handbook, index, pages, images } = context;
  const { chapters, front: _front, back: _back, glossary: _glossary, ...rest } = handbook;
  const book = digest([
    rest,
    chapters.map(({ entries, ...chapter }) => [chapter, entries.map(({ number }) => number)]),
    [...context.addresses.parts.values()].flat().map((part) => [chapterFile(part), part.entries.length]),
    images.resources.map(({ path, mediaType }) => [path, mediaType]),
    handbook.images.map(({ path }) => images.image(path)),
  ]);
  const card = (number: string) => {
    const entry = index.entry.get(number);
    return entry && [entry.number, entry.question, entry.status];
  };
  const breaks = (kind: 'entry' | 'chapter', id: string) => pages.within(kind, id);
  return (part) =>
    cacheKey(
      'chapter',
      book,
      [chapterFile(part), part.index, part.count, part.chapter.id],
      breaks('chapter', part.chapter.id),
      part.entries.map((entry) => [
        digest(entry),
        [...entry.related, ...(entry.replacedBy === undefined ? [] : [entry.replacedBy])].map(card),
        breaks('entry', entry.number),
      ]),
    );
}
