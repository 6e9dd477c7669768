import type { NumberedPage } from '../display/bound-book.ts';
import { textString } from './object-writer.ts';

/** Returns the catalog's entry for page labels, which are the page numbers as printed (ISO 32000-2, 12.4.2). */
export function pageLabels(pages: readonly NumberedPage[]): string {
  const ranges: string[] = [];
  let style = '';
  let next = 0;
  for (const [index, { label, count = 0 }] of pages.entries()) {
    const own = count === 0 ? label : /^\d/.test(label) ? 'D' : 'r';
    const goesOn = own === style && count === next && count > 0;
    style = own;
    next = count + 1;
    if (goesOn) continue;
    const first = count > 1 ? `/St ${count}` : '';
    ranges.push(`${index}<<${count > 0 ? `/S/${own}${first}` : `/P${textString(label)}`}>>`);
  }
  return `/PageLabels<</Nums[${ranges.join('')}]>>`;
}
