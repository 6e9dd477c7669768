import type { Destination } from './destinations.ts';
import type { PdfDocument, PdfOutline } from './pdf-document.ts';

export interface OutlineItem {
  readonly title: string;
  readonly to: Destination;
  readonly children: readonly OutlineItem[];
}

/** Writes the outline. pdfkit measures `left` from the right edge. */
export function writeOutline(document: PdfDocument, items: readonly OutlineItem[], width: number): void {
  const add = (parent: PdfOutline, list: readonly OutlineItem[]): void => {
    for (const { title, to, children } of list) {
      const item = parent.addItem(title, { pageNumber: to.page, top: to.top, left: width, expanded: false });
      add(item, children);
    }
  };
  add(document.outline, items);
}
