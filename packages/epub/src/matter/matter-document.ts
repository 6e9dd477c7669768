import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { FILES } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { matterBreaks } from '../pages/matter-breaks.ts';

/** The class of the body, and the division of the book, of every document whose title is one of our own words. */
const MATTER = {
  imprint: ['imprint', 'frontmatter'],
  figures: ['parts', 'frontmatter'],
  tables: ['parts', 'frontmatter'],
  changes: ['changes', 'backmatter'],
  history: ['changes', 'backmatter'],
  glossary: ['glossary', 'backmatter'],
  index: ['index', 'backmatter'],
  colophon: ['colophon', 'backmatter'],
} as const;

/** Makes such a document: a section under its title. `as` says to machines what it is. */
export function matterDocument(
  context: Context,
  id: keyof typeof MATTER,
  as: { readonly role?: string; readonly 'epub:type'?: string },
  body: readonly (ElementContent | undefined)[],
): BookDocument {
  const title = context.handbook.labels[id];
  const [kind, division] = MATTER[id];
  const content = h('section', { ...as, ariaLabelledBy: id }, [
    ...matterBreaks(context, id),
    h('h1', { id }, title),
    ...body,
  ]);
  return { file: FILES[id], title, division, kind, content: () => [content] };
}
