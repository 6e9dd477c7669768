import type { Handbook, PageMap } from '@octavo/core';
import type { Session } from '../flow/session.ts';
import type { Destination } from '../paint/destinations.ts';
import type { OutlineItem } from '../paint/outline.ts';
import type { BookPage, Section } from './book-page.ts';
import { fillSlots } from './fill-slots.ts';
import { furniture } from './furniture.ts';
import { locate } from './locate.ts';
import { numberPages } from './number-pages.ts';
import { outline } from './outline.ts';

export interface Bound {
  readonly pages: readonly BookPage[];
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly outline: readonly OutlineItem[];
  readonly pageMap: PageMap;
}

/** Binds laid-out sections into a book: numbers, heads, filled page numbers, outline, page map. */
export function bindBook(session: Session, handbook: Handbook, sections: readonly Section[]): Bound {
  const numbered = numberPages(sections, handbook.labels.cover);
  const { bleed, top } = session.geometry;
  const destinations = locate(sections, numbered, top + bleed);
  const labelOf = (anchor: string): string | undefined => {
    const page = destinations.get(anchor)?.page;
    return page === undefined ? undefined : numbered[page]?.label;
  };
  const pages = numbered.map(({ section, index, label, side }): BookPage => {
    const own = section === undefined ? undefined : sections[section];
    const page = index === undefined ? undefined : own?.list.pages[index];
    if (section === undefined || !own || !page) return { items: [], label, side, furniture: [] };
    return {
      section,
      page,
      items: fillSlots(session, page.items, labelOf),
      label,
      side,
      furniture: furniture(session, handbook, own, page, label, side),
    };
  });
  const pageMap = numbered.flatMap(({ section, index, label }) => {
    const page =
      section === undefined || index === undefined ? undefined : sections[section]?.list.pages[index];
    return page ? [{ label, at: page.place }] : [];
  });
  return { pages, destinations, outline: outline(handbook, sections, destinations), pageMap };
}
