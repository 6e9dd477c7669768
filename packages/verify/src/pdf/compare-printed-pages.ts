import { anchorOf } from '../content/entry-anchor.ts';
import { soundLetters } from '../content/sound-letters.ts';
import { numberedParts } from '../expected/expected-parts.ts';
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
  for (const { entry, number, part, named, label } of printed) {
    const anchor = anchorOf(number);
    const wanted = labelAt(part === '' ? anchor : `${anchor}-${part}`);
    const own = findings.about({ ...(entry === '' ? { part: 'pages' } : { entry }), file });
    own.same('pages', wanted, label, `the page printed behind ${number}`);
    // What has no number of its own is named by the entry's.
    const cited = soundLetters(named);
    const parts = numberedParts(byNumber.get(number)?.entry.answer ?? [], number);
    const partNumber = parts.find(({ id }) => id === part)?.numbered;
    const means = ['', partNumber ?? number, `${number}${part}`].map(soundLetters).includes(cited);
    own.holds(
      'links',
      means,
      `${number} ${part}`,
      named,
      `the link to ${number} ${part} is printed as ${named}`,
    );
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
