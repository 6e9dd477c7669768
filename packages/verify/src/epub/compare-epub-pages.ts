import type { FoundEntry } from '../compare/found-entry.ts';
import type { PdfPages } from '../read-format.ts';
import { pageList } from './epub-navigation.ts';
import type { EpubReading } from './epub-reading.ts';

/**
 * The page list names every page mark in order and leads to it. Both match the pages of the PDF, and an entry
 * begins on the same page in both. Without a PDF, there need not be any pages.
 */
export function compareEpubPages(
  { findings, epub, anchors, file }: EpubReading,
  entries: readonly FoundEntry[],
  pdf: PdfPages | undefined,
): void {
  const own = findings.about({ part: 'page list', file: `${file}!/${epub.nav ?? ''}` });
  const listed = pageList(epub, anchors);
  const line = ({ label, at }: { label: string; at: string }): string => `${label} at ${at}`;
  own.list('pages', anchors.pages.map(line), listed.map(line), 'the page list');
  if (!pdf || anchors.pages.length === 0) return;
  const labels = anchors.pages.map((page) => page.label);
  own.list('pages', pdf.labels, labels, 'the pages of the PDF');
  for (const { number, page, file: at } of entries) {
    const wanted = pdf.pageOf.get(number);
    if (wanted === undefined) continue;
    const reason = `the entry begins on page ${page ?? '–'}, in the PDF on page ${wanted}`;
    findings.about({ entry: number, file: at }).holds('pages', page === wanted, wanted, page ?? '', reason);
  }
}
