import { anchorOf } from '../content/entry-anchor.ts';
import { PAINTED } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import type { ContentsLine } from '../expected/expected-contents.ts';
import { areaIn } from './pdf-content.ts';
import type { PdfDocument } from './pdf-document.ts';
import { type StructElement, shown, structElements } from './pdf-structure.ts';

/** The lines of the printed table of contents, without the pages behind them. */
export function pdfContents(
  pdf: PdfDocument,
  target: (name: string) => string,
  root: StructElement,
): readonly ContentsLine[] {
  return [...structElements(root, /^TOCI$/)].map((item) => {
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

/** The lines of a list of figures, tables or entries, by its title, each with where it leads. */
export function pdfList(
  pdf: PdfDocument,
  target: (name: string) => string,
  title: string,
): readonly string[] {
  const list = titled(pdf, title);
  return list ? pdfContents(pdf, target, list).map((line) => `${line.text} → ${line.target}`) : [];
}

/** The section under a title that has no sections under titles of their own. */
export function titled(pdf: PdfDocument, title: string): StructElement | undefined {
  const isTitle = (one: StructElement): boolean =>
    [...structElements(one, /^H1$/)].some((heading) => PAINTED.text(shown(heading)) === PAINTED.text(title));
  return [...structElements(pdf.structure, /^Sect$/)].find(
    (one) => isTitle(one) && !structElements(one, /^H2$/).next().value,
  );
}

/** The lines of the outline; an entry's leads to the entry when it lands where `q618` does. */
export function pdfOutline(pdf: PdfDocument, { entries }: ExpectedBook): readonly ContentsLine[] {
  const at = new Map<string, string>();
  for (const { number } of entries) {
    const place = pdf.destinations.get(anchorOf(number));
    if (place) at.set(`${place.page} ${Math.round(place.top)}`, `#${number}`);
  }
  return pdf.outline.map(({ title, place }) => ({
    text: title,
    target: (place && at.get(`${place.page} ${Math.round(place.top)}`)) ?? '',
  }));
}
