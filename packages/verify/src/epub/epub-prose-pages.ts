import type { FoundPage } from '../compare/compare-prose-pages.ts';
import { MARKUP } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { findElement } from '../markup/element.ts';
import { markupContent } from '../markup/markup-content.ts';
import type { EpubAnchors } from './epub-anchors.ts';
import { navLines } from './epub-navigation.ts';
import type { EpubPackage } from './epub-package.ts';

/** The prose pages, found by their titles in the table of contents. */
export function epubProsePages(
  epub: EpubPackage,
  book: EpubAnchors,
  { front, back }: ExpectedBook,
  file: string,
): readonly FoundPage[] {
  const byTitle = new Map(navLines(epub, book).map((line) => [MARKUP.text(line.text), line.target]));
  return [...front, ...back].flatMap(({ page }) => {
    const path = byTitle.get(MARKUP.text(page.title)) ?? '';
    const document = epub.documents.get(path);
    const heading = document && findElement(document, 'h1');
    if (!heading?.parent) return [];
    const body = heading.parent.children.filter((child) => child !== heading);
    const context = { level: 1, target: (href: string) => book.target(path, href) };
    return [{ id: page.id, content: markupContent(body, context), file: `${file}!/${path}` }];
  });
}
