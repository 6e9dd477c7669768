import { posix } from 'node:path';
import type { FoundPage } from '../compare/compare-prose-pages.ts';
import { type Element, findElement, hasClass } from '../markup/element.ts';
import { markupContent } from '../markup/markup-content.ts';
import type { HtmlContext } from './html-entries.ts';
import { siteAddress } from './site-address.ts';

/** The body of a prose page, when the page is one. */
export function prosePage(root: Element, { path, root: base }: HtmlContext): FoundPage | undefined {
  const article = findElement(root, (one) => one.name === 'article' && hasClass(one, 'prose'));
  if (!article) return undefined;
  const body = article.children.filter((child) => typeof child === 'string' || child.name !== 'header');
  const content = markupContent(body, { level: 1, target: (href) => siteAddress(path, href, base) });
  // Named for the page, in the folder of the book.
  return { id: posix.basename(posix.dirname(path)), content, file: path };
}
