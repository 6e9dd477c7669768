import type { Labels } from '@octavo/core';
import { FILES } from '../book/addresses.ts';
import type { BookDocument, Landmark } from '../book/book-document.ts';
import { LIST_TYPES } from '../matter/part-list.ts';

/** The places that reading systems offer by kind: cover, title page, contents, lists, text, glossary, colophon. */
export function landmarksOf(labels: Labels, documents: readonly BookDocument[]): readonly Landmark[] {
  const text = documents.find((document) => document.division === 'bodymatter');
  const known: readonly (Landmark & { readonly always?: true })[] = [
    { type: 'cover', title: labels.cover, href: FILES.cover },
    { type: 'titlepage', title: labels.titlePage, href: FILES.title },
    { type: 'toc', title: labels.contents, href: FILES.contents, always: true },
    { type: LIST_TYPES.figures, title: labels.figures, href: FILES.figures },
    { type: LIST_TYPES.tables, title: labels.tables, href: FILES.tables },
    ...(text ? [{ type: 'bodymatter', title: text.title, href: text.file }] : []),
    { type: 'glossary', title: labels.glossary, href: FILES.glossary },
    { type: 'colophon', title: labels.colophon, href: FILES.colophon },
  ];
  const files = new Set(documents.map((document) => document.file));
  return known
    .filter((landmark) => landmark.always || files.has(landmark.href))
    .map(({ type, title, href }) => ({ type, title, href }));
}
