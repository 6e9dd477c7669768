import { posix } from 'node:path';
import type { FoundPage } from '../compare/compare-prose-pages.ts';
import { type Element, findElement, matches } from '../markup/element.ts';
import { markupContent } from '../markup/markup-content.ts';
import { type HtmlContext, targetOf } from './html-entries.ts';

/** The body of a prose page, when the page is one. */
export function prosePage(root: Element, context: HtmlContext): FoundPage | undefined {
  const article = findElement(root, 'article.prose');
  if (!article) return undefined;
  const body = article.children.filter((child) => !matches(child, 'header'));
  const content = markupContent(body, { level: 1, target: targetOf(context) });
  // Named for the page, in the folder of the book.
  return { id: posix.basename(posix.dirname(context.path)), content, file: context.path };
}
