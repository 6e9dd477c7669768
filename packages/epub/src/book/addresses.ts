import { type ChapterPart, chapterParts, type Handbook } from '@octavo/core';
import { type BookList, entryAnchor, entryIri } from '@octavo/core/say';

/** The file names of the documents that Octavo makes itself. Chapters, parts and pages carry a prefix. */
export const FILES = {
  cover: 'cover.xhtml',
  title: 'title-page.xhtml',
  imprint: 'imprint.xhtml',
  contents: 'toc.xhtml',
  glossary: 'glossary.xhtml',
  index: 'index.xhtml',
  changes: 'changes.xhtml',
  errata: 'errata.xhtml',
  history: 'history.xhtml',
  colophon: 'colophon.xhtml',
} as const;

/** Where everything of the handbook stands in the book: file names and fragments relative to the package document. */
export interface Addresses {
  readonly parts: ReadonlyMap<string, readonly ChapterPart[]>;
  /** `chapter-etl.xhtml#q618`; an entry that is not in the book has its permanent IRI. */
  readonly entry: (number: string) => string;
  readonly has: (number: string) => boolean;
}

/** Gives every chapter part its document and every entry its address. */
export function addressesOf(handbook: Handbook): Addresses {
  const parts = new Map(handbook.chapters.map((chapter) => [chapter.id, chapterParts(chapter)]));
  const files = new Map<string, string>();
  for (const part of [...parts.values()].flat()) {
    for (const entry of part.entries) files.set(entry.number, chapterFile(part));
  }
  return {
    parts,
    has: (number) => files.has(number),
    entry: (number) => {
      const file = files.get(number);
      return file ? `${file}#${entryAnchor(number)}` : entryIri(handbook, number);
    },
  };
}

/**
 * The document of a chapter, or of one of its parts; `_`, which no id contains, keeps the two kinds apart.
 */
export function chapterFile(part: ChapterPart): string {
  const { chapter, count, id } = part;
  if (count === 1) return `chapter-${chapter.id}.xhtml`;
  return `chapter-${chapter.id}_${id.slice(chapter.id.length + 1)}.xhtml`;
}

/** The document of a prose page; front and back pages may share an id. */
export function pageFile(place: 'front' | 'back', id: string): string {
  return `${place}-${id}.xhtml`;
}

/** The document of a list of figures, tables or entries. */
export function listFile(id: BookList['id']): string {
  return `${id}.xhtml`;
}

/** The document that opens a part of the book. */
export function partFile(id: string): string {
  return `part-${id}.xhtml`;
}
