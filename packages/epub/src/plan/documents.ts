import { fillLabel, type Part } from '@octavo/core';
import { bodyLines } from '@octavo/core/say';
import { h } from 'hastscript';
import { partFile } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import type { CoverImage } from '../cover/cover.ts';
import { chapterDocuments } from '../entry/chapter-documents.ts';
import { changesList } from '../matter/changes.ts';
import { colophon } from '../matter/colophon.ts';
import { coverPage } from '../matter/cover-page.ts';
import { glossary } from '../matter/glossary.ts';
import { imprint } from '../matter/imprint.ts';
import { partListDocuments } from '../matter/part-list.ts';
import { prosePage } from '../matter/prose-page.ts';
import { termIndex } from '../matter/term-index.ts';
import { titlePage } from '../matter/title-page.ts';
import { matterBreaks } from '../pages/matter-breaks.ts';

/** The documents of a book in reading order; the contents stand between `head` and `front`. */
export interface BookDocuments {
  readonly head: readonly BookDocument[];
  readonly front: readonly BookDocument[];
  readonly body: readonly BookDocument[];
  readonly back: readonly BookDocument[];
}

/** Makes every document of the book, as trees. */
export function bookDocuments(context: Context, cover: CoverImage): BookDocuments {
  const { handbook } = context;
  const body = bodyLines(handbook).flatMap((line) =>
    line.kind === 'chapter'
      ? chapterDocuments(context, line.chapter)
      : [
          partDocument(context, line.part),
          ...line.chapters.flatMap(({ chapter }) => chapterDocuments(context, chapter)),
        ],
  );
  const back = [changesList(context), glossary(context), termIndex(context), colophon(context)];
  return {
    head: [coverPage(context, cover), titlePage(context), imprint(context)],
    front: [
      ...partListDocuments(context),
      ...handbook.front.map((page) => prosePage(context, 'front', page)),
    ],
    body,
    back: [
      ...handbook.back.map((page) => prosePage(context, 'back', page)),
      ...back.filter((document) => document !== undefined),
    ],
  };
}

/** The page that opens a part of the book. */
function partDocument(context: Context, part: Part): BookDocument {
  const ordinal = context.handbook.parts.indexOf(part) + 1;
  const content = h('section', { role: 'doc-part', ariaLabelledBy: 'part_title' }, [
    ...matterBreaks(context, `part-${part.id}`),
    h('p', { className: ['part-number'] }, fillLabel(context.handbook.labels.part, { number: ordinal })),
    h('h1', { id: 'part_title' }, part.title),
  ]);
  return {
    file: partFile(part.id),
    title: part.title,
    division: 'bodymatter',
    kind: 'part',
    content: () => [content],
  };
}
