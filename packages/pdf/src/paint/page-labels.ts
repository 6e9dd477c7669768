import type { NumberedPage } from '../assemble/number-pages.ts';
import { ended, type PdfDocument, pdfString } from './pdf-document.ts';

const ROMAN = /^[ivxlcdm]+$/;

/** Writes what a viewer shows as page numbers: what is printed. */
export function writePageLabels(document: PdfDocument, pages: readonly NumberedPage[]): void {
  const ranges: unknown[] = [];
  let style = '';
  let next = 0;
  for (const [index, { label }] of pages.entries()) {
    const own = /^\d+$/.test(label) ? 'D' : ROMAN.test(label) ? 'r' : label;
    const value = own === 'D' ? Number(label) : own === 'r' ? fromRoman(label) : 0;
    if (own === style && value === next && value > 0) {
      next += 1;
      continue;
    }
    style = own;
    next = value + 1;
    ranges.push(index, value > 0 ? { S: own, ...(value > 1 ? { St: value } : {}) } : { P: pdfString(label) });
  }
  document._root.data.PageLabels = ended(document, { Nums: ranges });
}

function fromRoman(label: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  const digits = [...label].map((letter) => values[letter] ?? 0);
  return digits.reduce(
    (total, digit, index) => total + (digit < (digits[index + 1] ?? 0) ? -digit : digit),
    0,
  );
}
