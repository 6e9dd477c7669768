import { key } from './owner.ts';
import type { PdfReading } from './pdf-reading.ts';
import type { Stretch, StructElement } from './pdf-structure.ts';

/**
 * Checks that a reader sees what the tags contain: every stretch is painted visibly, and nothing is painted
 * outside the tags.
 */
export function comparePainting({ findings, pdf, file, owner }: PdfReading): void {
  const tagged = new Set<string>();
  visit(pdf.structure, false);
  for (const [page, { texts, loose, turned }] of pdf.pages.entries()) {
    const own = findings.about({ part: `page ${pdf.labels[page] ?? ''}`, file });
    own.none('painting', turned === 0 ? undefined : `${turned}`, `the page is turned by ${turned}°`);
    const shown = [
      ...[...texts].filter(([id]) => !tagged.has(`${page} ${id}`)).map(([, text]) => text),
      loose,
    ]
      .join('')
      .trim();
    const reason = `the page shows words that are in no tag: “${shown.slice(0, 80)}”`;
    own.none('painting', shown === '' ? undefined : shown.slice(0, 80), reason);
  }

  function visit(element: StructElement, picture: boolean): void {
    const inside = picture || element.type === 'Figure' || element.type === 'Formula';
    for (const child of element.children) {
      if (child.kind === 'element') visit(child, inside);
      if (child.kind !== 'stretch') continue;
      tagged.add(key(child));
      if (!inside) seen(child);
    }
  }

  function seen(stretch: Stretch): void {
    const { painting, text, page } = stretch;
    if (text.trim() === '') return;
    const number = owner(stretch);
    const place = number === undefined ? { part: `page ${pdf.labels[page] ?? ''}` } : { entry: number };
    const why = painting === undefined ? 'are not painted' : painting.unseen;
    const words = text.trim().slice(0, 60);
    const reason = `the words “${words}” ${why}`;
    findings.about({ ...place, file }).holds('painting', why === undefined, words, '', reason);
  }
}
