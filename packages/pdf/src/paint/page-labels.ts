import type { NumberedPage } from '../display/bound-book.ts';
import { textString } from './object-writer.ts';

const ROMAN = /^[ivxlcdm]+$/;

/** What a viewer shows as page numbers, which is what is printed, as the catalog's entry (ISO 32000-1, 12.4.2). */
export function pageLabels(pages: readonly NumberedPage[]): string {
  const ranges: string[] = [];
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
    const first = value > 1 ? `/St ${value}` : '';
    ranges.push(`${index}<<${value > 0 ? `/S/${own}${first}` : `/P${textString(label)}`}>>`);
  }
  return `/PageLabels<</Nums[${ranges.join('')}]>>`;
}

function fromRoman(label: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  const digits = [...label].map((letter) => values[letter] ?? 0);
  return digits.reduce(
    (total, digit, index) => total + (digit < (digits[index + 1] ?? 0) ? -digit : digit),
    0,
  );
}
