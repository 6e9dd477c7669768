import { toRoman } from '@octavo/core';
import type { NumberedPage, Section } from '../display/bound-book.ts';

/**
 * Numbers a book's pages. The cover is called by its name, the front matter has Roman numerals, and the rest counts
 * from 1. Odd numbers are right-hand pages and odd sheets of the file, so that a spread, and a sheet printed on both
 * sides, has its margins right. Blank pages keep it so, beginning with the back of the cover.
 */
export function numberPages(sections: readonly Section[], coverLabel: string): readonly NumberedPage[] {
  const pages: NumberedPage[] = [];
  let count = 0;
  let matter: 'cover' | 'front' | 'body' = 'cover';
  const label = (): string => (matter === 'front' ? toRoman(count).toLowerCase() : `${count}`);
  const side = (): 'recto' | 'verso' => (count % 2 === 1 ? 'recto' : 'verso');
  const blank = (): void => {
    count += 1;
    pages.push({ count, label: label(), side: side() });
  };
  for (const [index, section] of sections.entries()) {
    if (section.matter === 'cover') {
      for (const at of section.list.pages.keys())
        pages.push({ section: index, index: at, label: coverLabel, side: 'recto' });
      if (pages.length % 2 === 1) pages.push({ label: coverLabel, side: 'verso' });
      continue;
    }
    const own = section.matter === 'front' ? 'front' : 'body';
    if (matter !== own) {
      if (matter === 'front' && count % 2 === 1) blank();
      matter = own;
      count = 0;
    }
    if (section.recto && count % 2 === 1) blank();
    for (const at of section.list.pages.keys()) {
      count += 1;
      pages.push({ section: index, index: at, count, label: label(), side: side() });
    }
  }
  return pages;
}
