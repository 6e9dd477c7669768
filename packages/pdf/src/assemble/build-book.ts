import type { Handbook, PageMap } from '@octavo/core';
import type { Geometry } from '../page/geometry.ts';
import type { Destination } from '../paint/destinations.ts';
import type { OutlineItem } from '../paint/outline.ts';
import { locate } from './locate.ts';
import { type NumberedPage, numberPages } from './number-pages.ts';
import { outline } from './outline.ts';
import type { Section } from './section.ts';

export interface Bound {
  readonly pages: readonly NumberedPage[];
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly outline: readonly OutlineItem[];
  readonly pageMap: PageMap;
  /** What is printed of the page an anchor is on. */
  readonly labelOf: (anchor: string) => string | undefined;
}

/** Binds laid-out sections into a book: page numbers, destinations, outline, page map. */
export function bindBook(geometry: Geometry, handbook: Handbook, sections: readonly Section[]): Bound {
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
