import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { FILES } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { matterBreaks } from '../pages/matter-breaks.ts';

/** The class of the body, and the division of the book, of every document whose title is one of our own words. */
const MATTER = {
  imprint: { kind: 'imprint', division: 'frontmatter' },
  changes: { kind: 'changes', division: 'backmatter' },
  errata: { kind: 'changes', division: 'backmatter' },
  history: { kind: 'changes', division: 'backmatter' },
  glossary: { kind: 'glossary', division: 'backmatter' },
  index: { kind: 'index', division: 'backmatter' },
  colophon: { kind: 'colophon', division: 'backmatter' },
} as const;

/** Makes such a document: a section under its title. `as` says to machines what it is. */
export function matterDocument(
  context: Context,
  id: keyof typeof MATTER,
  as: { readonly role?: string; readonly 'epub:type'?: string },
  body: readonly (ElementContent | undefined)[],
): BookDocument {
  return titledDocument(
    context,
    id,
    context.handbook.labels[id],
    { file: FILES[id], ...MATTER[id] },
    as,
    body,
  );
}

/** Makes such a document under a title of its own. */
export function titledDocument(
  context: Context,
  id: string,
  title: string,
  place: Pick<BookDocument, 'file' | 'kind' | 'division'>,
  as: { readonly role?: string; readonly 'epub:type'?: string },
  body: readonly (ElementContent | undefined)[],
): BookDocument {
  const content = h('section', { ...as, ariaLabelledBy: id }, [
    ...matterBreaks(context, id),
    h('h1', { id }, title),
    ...body,
  ]);
  return { ...place, title, content: () => [content] };
}
