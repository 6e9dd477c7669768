import type { Chapter, ChapterPart } from '@octavo/core';
import { entriesRange } from '@octavo/core/say';
import { h } from 'hastscript';
import { chapterFile } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { pageBreakElement } from '../pages/page-break-element.ts';
import { entrySection } from './entry-section.ts';

/** The documents of a chapter: one for each of its parts. */
export function chapterDocuments(context: Context, chapter: Chapter): readonly BookDocument[] {
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
      range ? h('p', { className: ['range'] }, range) : undefined,
      part.index === 1 && chapter.summary ? h('p', { className: ['summary'] }, chapter.summary) : undefined,
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
