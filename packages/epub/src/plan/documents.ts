import { type Chapter, type ChapterPart, fillLabel, type Part } from '@octavo/core';
import { bodyLines, entriesRange } from '@octavo/core/say';
import { h } from 'hastscript';
import { chapterFile, FILES, partFile } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import type { CoverImage } from '../cover/cover.ts';
import { entrySection } from '../entry/entry-section.ts';
import { bookListDocuments } from '../matter/book-list.ts';
import { changesList, errataList } from '../matter/changes.ts';
import { colophon } from '../matter/colophon.ts';
import { glossary } from '../matter/glossary.ts';
import { historyList } from '../matter/history.ts';
import { imprint } from '../matter/imprint.ts';
import { introduction, prosePage } from '../matter/prose-page.ts';
import { termIndex } from '../matter/term-index.ts';
import { titlePage } from '../matter/title-page.ts';
import { matterBreaks } from '../pages/matter-breaks.ts';
import { pageBreakElement } from '../pages/page-break-element.ts';

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
  const back = [
    changesList(context),
    errataList(context),
    historyList(context),
    glossary(context),
    termIndex(context),
    colophon(context),
  ];
  return {
    head: [coverPage(context, cover), titlePage(context), imprint(context)],
    front: [
      ...bookListDocuments(context),
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
    h('p.part-number', fillLabel(context.handbook.labels.part, { number: ordinal })),
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

/** The documents of a chapter: one for each of its parts. */
function chapterDocuments(context: Context, chapter: Chapter): readonly BookDocument[] {
  const parts = context.addresses.parts.get(chapter.id) ?? [];
  return parts.map((part) => chapterDocument(context, part));
}

function chapterDocument(context: Context, part: ChapterPart): BookDocument {
  const { labels } = context.handbook;
  const { chapter } = part;
  const range = entriesRange(labels, part.entries);
  const breaks = part.index === 1 ? context.pages.atHead('chapter', chapter.id) : [];
  const content = () =>
    h('section', { role: 'doc-chapter', ariaLabelledBy: 'chapter_title' }, [
      ...breaks.map((index) => pageBreakElement('div', index, context.pages.label(index))),
      h('h1', { id: 'chapter_title' }, chapter.title),
      range ? h('p.range', range) : undefined,
      part.index === 1 && chapter.summary ? h('p.summary', chapter.summary) : undefined,
      ...(part.index === 1 && chapter.intro ? [introduction(context, chapter.intro)] : []),
      ...part.entries.map((entry) => entrySection(context, entry)),
    ]);
  return {
    file: chapterFile(part),
    title: part.count > 1 && range ? `${chapter.title}: ${range}` : chapter.title,
    division: 'bodymatter',
    kind: 'chapter',
    content: () => [content()],
    part,
  };
}

/** The cover, as a page that shows the picture whole. */
function coverPage(context: Context, cover: CoverImage): BookDocument {
  return {
    file: FILES.cover,
    title: context.handbook.labels.cover,
    division: 'cover',
    kind: 'cover',
    content: () => [
      ...matterBreaks(context, 'cover'),
      h('img', { src: `cover.${cover.extension}`, alt: cover.alternative, role: 'doc-cover' }),
    ],
  };
}
