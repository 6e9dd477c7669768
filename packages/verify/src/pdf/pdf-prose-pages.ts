import type { FoundPage } from '../compare/compare-prose-pages.ts';
import { PAINTED } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { type PdfContext, pdfContent } from './pdf-content.ts';
import type { PdfDocument } from './pdf-document.ts';
import { shown, structElements } from './pdf-structure.ts';

/** The prose pages: sections whose heading of level 1 is a page's title. */
export function pdfProsePages(
  pdf: PdfDocument,
  { front, back }: ExpectedBook,
  file: string,
  context: PdfContext,
): readonly FoundPage[] {
  const ids = new Map([...front, ...back].map(({ page }) => [PAINTED.text(page.title), page.id]));
  return [...structElements(pdf.structure, /^Sect$/)].flatMap((section) => {
    const heading = section.children.find((child) => child.kind === 'element' && child.type === 'H1');
    const id = heading?.kind === 'element' ? ids.get(PAINTED.text(shown(heading))) : undefined;
    if (id === undefined) return [];
    const body = section.children.filter((child) => child !== heading);
    return [{ id, content: pdfContent(body, context), file }];
  });
}
