import type { Chapter, Handbook, Page, Part } from '../model/documents.generated.ts';
import { type BookList, bookLists } from './book-lists.ts';
import { historyOfBook } from './history.ts';
import { hasIndex } from './index-terms.ts';

/** A line of the contents, in reading order. */
export type ContentsLine =
  | { readonly kind: 'page'; readonly page: Page; readonly matter: 'front' | 'back' }
  | { readonly kind: 'part'; readonly part: Part; readonly chapters: readonly ChapterLine[] }
  | ChapterLine
  | {
      readonly kind: 'matter';
      readonly matter: BookList['id'] | 'changes' | 'errata' | 'history' | 'glossary' | 'index';
      readonly title: string;
    };

export interface ChapterLine {
  readonly kind: 'chapter';
  readonly chapter: Chapter;
  /** Its place among the chapters, from 0. */
  readonly place: number;
}

/**
 * The contents of the book: its lists, prose pages, parts with their chapters or chapters alone, prose pages, and
 * what the book says of itself at its end. `changed`: whether there is a list of changes.
 */
export function contentsOf(handbook: Handbook, changed: boolean): readonly ContentsLine[] {
  const { front, back, labels, glossary } = handbook;
  const matter = (
    name: 'changes' | 'errata' | 'history' | 'glossary' | 'index',
    there: boolean,
  ): readonly ContentsLine[] => (there ? [{ kind: 'matter', matter: name, title: labels[name] }] : []);
  return [
    ...bookLists(handbook).map(({ id, title }): ContentsLine => ({ kind: 'matter', matter: id, title })),
    ...front.map((page): ContentsLine => ({ kind: 'page', page, matter: 'front' })),
    ...bodyLines(handbook),
    ...back.map((page): ContentsLine => ({ kind: 'page', page, matter: 'back' })),
    ...matter('changes', changed),
    ...matter('errata', handbook.errata !== undefined),
    ...matter('history', historyOfBook(handbook).lines.length > 0),
    ...matter('glossary', glossary.length > 0),
    ...matter('index', hasIndex(handbook)),
  ];
}

/** The parts with their chapters, or the chapters of a book without parts. */
export function bodyLines({
  parts,
  chapters,
}: Pick<Handbook, 'parts' | 'chapters'>): readonly Extract<ContentsLine, { kind: 'part' | 'chapter' }>[] {
  const lines = chapters.map((chapter, place): ChapterLine => ({ kind: 'chapter', chapter, place }));
  if (parts.length === 0) return lines;
  return parts.map((part) => ({
    kind: 'part',
    part,
    chapters: lines.filter(({ chapter }) => part.chapters.includes(chapter.id)),
  }));
}
