import { type Entry, toText, walk } from '@octavo/core';
import { bodyLines, type ChapterLine, entriesRange } from '@octavo/core/say';
import type { ElementContent } from 'hast';
import { chapterFile, partFile } from '../book/addresses.ts';
import type { BookDocument, TocPoint } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { questionContent } from '../entry/question-content.ts';

/**
 * The contents down to every entry. `front` and `back` are the documents around the entries that the
 * contents name; a chapter in several documents has a line for each of them.
 */
export function tocOf(
  context: Context,
  front: readonly BookDocument[],
  back: readonly BookDocument[],
): readonly TocPoint[] {
  return [...front.map(documentPoint), ...bodyPoints(context), ...back.map(documentPoint)];
}

function documentPoint(document: BookDocument): TocPoint {
  return { title: document.title, href: document.file, children: [] };
}

function bodyPoints(context: Context): readonly TocPoint[] {
  return bodyLines(context.handbook).map((line) =>
    line.kind === 'chapter'
      ? chapterPoint(context, line)
      : {
          title: line.part.title,
          href: partFile(line.part.id),
          children: line.chapters.map((own) => chapterPoint(context, own)),
        },
  );
}

function chapterPoint(context: Context, { chapter }: ChapterLine): TocPoint {
  const { labels } = context.handbook;
  const parts = context.addresses.parts.get(chapter.id) ?? [];
  const [first] = parts;
  const href = first ? chapterFile(first) : '';
  if (first && parts.length === 1) {
    return { title: chapter.title, href, children: first.entries.map((entry) => entryPoint(context, entry)) };
  }
  return {
    title: chapter.title,
    href,
    children: parts.map((part) => ({
      title: entriesRange(labels, part.entries),
      href: chapterFile(part),
      children: part.entries.map((entry) => entryPoint(context, entry)),
    })),
  };
}

function entryPoint(context: Context, entry: Entry): TocPoint {
  const point = {
    title: `${entry.number} ${toText(entry.question)}`,
    href: context.addresses.entry(entry.number),
    children: [],
  };
  return needsMarkup(entry) ? { ...point, rich: richTitle(context, entry) } : point;
}

/** A question in more than one language, or with raised and lowered letters, loses meaning as plain text. */
function needsMarkup(entry: Entry): boolean {
  const types = new Set([...walk(entry.question)].map((node) => node.type));
  if (types.has('inlineMath') || types.has('image')) return false;
  return types.has('span') || types.has('subscript') || types.has('superscript');
}

function richTitle(context: Context, entry: Entry): readonly ElementContent[] {
  return [{ type: 'text', value: `${entry.number} ` }, ...questionContent(context, entry)];
}
