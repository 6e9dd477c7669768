import { bookLists, historyOfBook } from '@octavo/core/say';
import type { Element } from 'hast';
import { chapterFile, FILES, listFile, pageFile } from '../book/addresses.ts';
import type { TocPoint } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { lineBreaks } from './matter-breaks.ts';

/** The pages that begin at a line of the contents, by the address the line leads to. */
export type ContentsBreaks = ReadonlyMap<string, readonly Element[]>;

/** A line's place is its number from the top, as in printed contents: chapters and entries count alike. */
export function contentsBreaks(context: Context): ContentsBreaks {
  if (context.pages.within('matter', 'contents').length === 0) return new Map();
  return new Map(
    printedLines(context)
      // A span in a navigation document must hold text (EPUB 3.3, 7.3); a page break holds none.
      .map((href, line) => [href, lineBreaks(context, 'contents', [line], 'i')] as const)
      .filter(([, breaks]) => breaks.length > 0),
  );
}

function printedLines({ handbook, options, addresses, index }: Context): readonly string[] {
  return [
    ...bookLists(handbook).map(({ id }) => listFile(id)),
    ...handbook.front.map(({ id }) => pageFile('front', id)),
    ...handbook.chapters.flatMap((chapter) => [
      ...(addresses.parts.get(chapter.id) ?? []).slice(0, 1).map(chapterFile),
      ...chapter.entries.map((entry) => addresses.entry(entry.number)),
    ]),
    ...handbook.back.map(({ id }) => pageFile('back', id)),
    ...(options.changes?.length ? [FILES.changes] : []),
    ...(handbook.errata ? [FILES.errata] : []),
    ...(historyOfBook(handbook).lines.length > 0 ? [FILES.history] : []),
    ...(handbook.glossary.length > 0 ? [FILES.glossary] : []),
    ...(index.entries.some((entry) => entry.index.length > 0) ? [FILES.index] : []),
  ];
}

/** Adds page breaks inside the lines of the contents, where the navigation document may hold them. */
export function withBreaks(points: readonly TocPoint[], breaks: ContentsBreaks): readonly TocPoint[] {
  const left = new Map(breaks);
  const placed = (point: TocPoint): TocPoint => {
    const own = left.get(point.href);
    // A chapter in several documents leads to its first document: a page begins there once.
    left.delete(point.href);
    const children = point.children.map(placed);
    if (!own) return { ...point, children };
    return { ...point, rich: [...own, ...(point.rich ?? [{ type: 'text', value: point.title }])], children };
  };
  return points.map(placed);
}
