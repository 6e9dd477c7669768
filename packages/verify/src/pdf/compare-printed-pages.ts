import { numberKey } from '@octavo/core';
import { areaIn, type PrintedPage } from './pdf-content.ts';
import type { PdfReading } from './pdf-reading.ts';
import { shown, structElements } from './pdf-structure.ts';

/** A page number printed after a link in an entry. */
export interface Printed extends PrintedPage {
  readonly entry: string;
}

/** Every page number that the book prints is the label of the page it means. */
export function comparePrintedPages(
  { findings, book: { byNumber, numberOfKey }, pdf, file }: PdfReading,
  printed: readonly Printed[],
): void {
  const labelAt = (name: string): string => pdf.labels[pdf.destinations.get(name)?.page ?? -1] ?? '';
  for (const { entry, number, label } of printed) {
    const wanted = labelAt(`q${numberKey(number)}`);
    const own = findings.about({ ...(entry === '' ? { part: 'pages' } : { entry }), file });
    own.same('pages', wanted, label, `the page printed behind ${number}`);
  }
  for (const line of structElements(pdf.structure, /^TOCI$/)) {
    const to = areaIn(line)?.target;
    if (to === undefined) continue;
    const [wanted, text] = [labelAt(to), shown(line).trim()];
    const number = numberOfKey(/^q(.+)$/.exec(to)?.[1] ?? '');
    const own = findings.about({
      ...(byNumber.has(number) ? { entry: number } : { part: 'contents' }),
      file,
    });
    const reason = `the contents should print page ${wanted} in “${text}”`;
    own.holds('pages', wanted !== '' && text.endsWith(wanted), wanted, text.slice(-8), reason);
  }
  for (const index of structElements(pdf.structure, /^Index$/)) {
    for (const link of structElements(index, /^Link$/)) {
      const to = areaIn(link)?.target ?? '';
      const number = numberOfKey(/^q(.+)$/.exec(to)?.[1] ?? '');
      const text = shown(link).trim();
      if (!byNumber.has(number) || !pdf.labels.includes(text)) continue;
      const reason = `the index should print page ${labelAt(to)} and prints ${text}`;
      const own = findings.about({ entry: number, file });
      own.holds('pages', text === labelAt(to), labelAt(to), text, reason);
    }
  }
  for (const [page, { artifacts: texts }] of pdf.pages.entries()) {
    const label = pdf.labels[page] ?? '';
    const words = texts
      .flatMap((text) => text.trim().split(/\s+/))
      .filter((word) => /^(?:\p{Nd}+|[ivxlc]+)$/u.test(word));
    if (words.length === 0) continue;
    const reason = `page ${label} prints ${words.join(', ')} at its foot`;
    const own = findings.about({ part: `page ${label}`, file });
    own.holds('pages', words.includes(label), label, words.join(', '), reason);
  }
}
