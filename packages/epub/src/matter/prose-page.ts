import type { Page } from '@octavo/core';
import { bodyToHast } from '@octavo/core/hast';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { pageFile } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { optionsFor } from '../entry/hast-options.ts';
import { pageBreakElement } from '../pages/page-break-element.ts';

/** Page ids that name a known kind of page (DPUB-ARIA 1.1); any other id is a page without a role. */
const ROLES: ReadonlySet<string> = new Set(
  'abstract acknowledgments afterword appendix bibliography conclusion dedication epilogue foreword introduction preface'.split(
    ' ',
  ),
);

/** A prose page before or after the entries. */
export function prosePage(context: Context, place: 'front' | 'back', page: Page): BookDocument {
  const role = ROLES.has(page.id) ? { role: `doc-${page.id}` } : {};
  const content = h('section', { ...role, ariaLabelledBy: 'page_title' }, [
    ...context.pages
      .atHead('page', page.id)
      .map((index) => pageBreakElement('div', index, context.pages.label(index))),
    h('h1', { id: 'page_title' }, page.title),
    ...text(context, 'page', page, `${place}_`),
  ]);
  return {
    file: pageFile(place, page.id),
    title: page.title,
    division: place === 'front' ? 'frontmatter' : 'backmatter',
    kind: 'page',
    content: () => [content],
  };
}

/** The introduction of a chapter, below its title. */
export function introduction(context: Context, intro: Page): Element {
  return h('div.introduction', [...text(context, 'chapter', intro, 'introduction_')]);
}

/** Text and notes of a page; `idPrefix` begins the ids of its notes. */
function text(
  context: Context,
  kind: 'page' | 'chapter',
  { id, body, footnotes }: Page,
  idPrefix: string,
): readonly ElementContent[] {
  const marked = context.pages.mark(kind, id, body);
  const { content, notes } = bodyToHast(marked, footnotes, optionsFor(context, idPrefix, 2));
  return notes ? [...content, notes] : content;
}
