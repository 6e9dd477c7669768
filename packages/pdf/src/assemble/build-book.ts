import type { Handbook } from '@octavo/core';
import type { BoundBook, Section } from '../display/bound-book.ts';
import type { Geometry } from '../page/geometry.ts';
import { locate } from './locate.ts';
import { numberPages } from './number-pages.ts';
import { outline } from './outline.ts';

/** Binds sections that are laid out into a book: its page numbers, destinations, outline and page map. */
export function bindBook(geometry: Geometry, handbook: Handbook, sections: readonly Section[]): BoundBook {
  const pages = numberPages(sections, handbook.labels.cover);
  const destinations = locate(sections, pages, geometry.top + geometry.bleed);
  const pageMap = pages.flatMap(({ section, index, label }) => {
    const page =
      section === undefined || index === undefined ? undefined : sections[section]?.list.pages[index];
    return page ? [{ label, at: page.place }] : [];
  });
  return {
    pages,
    destinations,
    outline: outline(handbook, sections, destinations),
    pageMap,
    labelOf(anchor) {
      const page = destinations.get(anchor)?.page;
      return page === undefined ? undefined : pages[page]?.label;
    },
  };
}
