import { anchorsOf } from '../expected/expected-book.ts';
import type { PdfEntry } from './pdf-entries.ts';
import type { PdfReading } from './pdf-reading.ts';

/** `q618`, the entry's id and its old ids are named destinations on the page of its question, all in one place. */
export function compareDestinations(
  { findings, book, pdf, file }: PdfReading,
  entries: readonly PdfEntry[],
): void {
  for (const { found, page } of entries) {
    const expected = book.byNumber.get(found.number);
    if (!expected) continue;
    const label = pdf.labels[page ?? -1] ?? '';
    const places = anchorsOf(expected, book.handbook).map(
      (name) => [name, pdf.destinations.get(name) ?? pdf.destinations.get(name.slice(1))] as const,
    );
    const top = places[0]?.[1]?.top;
    for (const [name, place] of places) {
      const is = place ? (pdf.labels[place.page] ?? '') : '';
      const lands = place?.page === page && Math.abs((place?.top ?? 0) - (top ?? 0)) < 1;
      const reason = `the destination ${name} should be on page ${label}, at the question, and is ${is === '' ? 'nowhere' : `on page ${is}`}`;
      findings.about({ entry: found.number, file }).holds('anchors', lands, label, is, reason);
    }
  }
}
