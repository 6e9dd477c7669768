import type { FoundPage } from '../compare/compare-prose-pages.ts';
import { MARKUP } from '../content/normalise.ts';
import { findElement } from '../markup/element.ts';
import { markupContent } from '../markup/markup-content.ts';
import { navLines } from './epub-navigation.ts';
import type { EpubReading } from './epub-reading.ts';

/** The prose pages, found by their titles in the table of contents. */
export function epubProsePages({
  epub,
  anchors,
  book: { front, back },
  file,
}: EpubReading): readonly FoundPage[] {
  const byTitle = new Map(navLines(epub, anchors).map((line) => [MARKUP.text(line.text), line.target]));
  return [...front, ...back].flatMap(({ page }) => {
    const path = byTitle.get(MARKUP.text(page.title)) ?? '';
    const document = epub.documents.get(path);
    const heading = document && findElement(document, 'h1');
    if (!heading?.parent) return [];
    const body = heading.parent.children.filter((child) => child !== heading);
    const context = { level: 1, target: (href: string) => anchors.target(path, href) };
    return [{ id: page.id, content: markupContent(body, context), file: `${file}!/${path}` }];
  });
}
