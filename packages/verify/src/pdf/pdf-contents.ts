import { numberKey } from '@octavo/core';
import type { ExpectedBook } from '../expected/expected-book.ts';
import type { ContentsLine } from '../expected/expected-contents.ts';
import { areaIn } from './pdf-content.ts';
import type { PdfDocument } from './pdf-document.ts';
import { shown, structElements } from './pdf-structure.ts';

/** The lines of the printed table of contents, without the pages behind them. */
export function pdfContents(pdf: PdfDocument, target: (name: string) => string): readonly ContentsLine[] {
  return [...structElements(pdf.structure, /^TOCI$/)].map((item) => {
    const to = areaIn(item)?.target;
    const text = shown(item).trim();
    const label = pdf.labels[pdf.destinations.get(to ?? '')?.page ?? -1];
    const line = label !== undefined && text.endsWith(label) ? text.slice(0, -label.length) : text;
    return { text: chapterless(line, to ?? ''), target: to === undefined ? '' : target(to) };
  });
}

/** A chapter's line begins with its own number, which is not in the handbook. */
function chapterless(line: string, to: string): string {
  return to.startsWith('chapter-') ? line.replace(/^\p{Nd}+\s+/u, '') : line;
}

/** The lines of the outline; an entry's leads to the entry when it lands where `q618` does. */
export function pdfOutline(pdf: PdfDocument, { entries }: ExpectedBook): readonly ContentsLine[] {
  const at = new Map<string, string>();
  for (const { number } of entries) {
    const place = pdf.destinations.get(`q${numberKey(number)}`);
    if (place) at.set(`${place.page} ${Math.round(place.top)}`, `#${number}`);
  }
  return pdf.outline.map(({ title, place }) => ({
    text: title,
    target: (place && at.get(`${place.page} ${Math.round(place.top)}`)) ?? '',
  }));
}
