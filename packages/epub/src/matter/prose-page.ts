import type { Page } from '@octavo/core';
import { bodyToHast } from '@octavo/core/hast';
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
  const options = optionsFor(context, `${place}_`, 2);
  const body = context.pages.mark('page', page.id, page.body);
  const { content: text, notes } = bodyToHast(body, page.footnotes, options);
  const role = ROLES.has(page.id) ? { role: `doc-${page.id}` } : {};
  const content = h('section', { ...role, ariaLabelledBy: 'page_title' }, [
    ...context.pages
      .atHead('page', page.id)
      .map((index) => pageBreakElement('div', index, context.pages.label(index))),
    h('h1', { id: 'page_title' }, page.title),
    ...text,
    notes,
  ]);
  return {
    file: pageFile(place, page.id),
    title: page.title,
    division: place === 'front' ? 'frontmatter' : 'backmatter',
    kind: 'page',
    content: () => [content],
  };
}
