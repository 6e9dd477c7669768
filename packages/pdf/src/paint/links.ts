import type { BookPage } from '../assemble/book-page.ts';
import type { Geometry } from '../page/geometry.ts';
import { origin } from './paint-page.ts';
import { type PdfDocument, type PdfReference, pdfString } from './pdf-document.ts';
import type { ListStructure } from './structure-tree.ts';

const PRINT = 4;

/** Writes a page's link annotations, each below its Link element and with words of its own (ISO 14289-1, 7.18.5). */
export function paintLinks(
  document: PdfDocument,
  geometry: Geometry,
  book: BookPage,
  structure: ListStructure | undefined,
): void {
  const links = book.page?.links ?? [];
  if (links.length === 0 || !structure) return;
  const page = document.page.dictionary;
  const [left, top] = origin(geometry, book);
  const height = geometry.height + 2 * geometry.bleed;
  const annotations: PdfReference[] = links.map((link) => {
    const [x, y] = [link.x + left, height - (link.y + top)];
    const annotation = document.ref({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [x, y - link.height, x + link.width, y],
      Border: [0, 0, 0],
      F: PRINT,
      Contents: pdfString(
        link.contents.trim() || (link.target.kind === 'url' ? link.target.url : link.target.name),
      ),
      ...(link.target.kind === 'url'
        ? { A: { Type: 'Action', S: 'URI', URI: pdfString(encodeURI(decoded(link.target.url))) } }
        : { Dest: pdfString(link.target.name) }),
    });
    annotation.data.StructParent = structure.attach(link.node, annotation, page);
    annotation.end();
    return annotation;
  });
  page.data.Annots = annotations;
}

/** An address with its percent signs undone, so that encoding it does not double them. */
function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
