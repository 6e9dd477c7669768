import { type Handbook, type PageMap, toText } from '@octavo/core';
import type { Session } from '../flow/session.ts';
import type { Destination, OutlineItem } from '../paint/navigation.ts';
import type { BookPage, Section } from './book-page.ts';
import { fillSlots } from './fill-slots.ts';
import { furniture } from './furniture.ts';
import { type NumberedPage, numberPages } from './number-pages.ts';

export interface Bound {
  readonly pages: readonly BookPage[];
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly outline: readonly OutlineItem[];
  readonly pageMap: PageMap;
}

/** Where every anchor of the numbered pages is. */
export function locate(
  sections: readonly Section[],
  pages: readonly NumberedPage[],
  top: number,
): Map<string, Destination> {
  const destinations = new Map<string, Destination>();
  for (const [index, { section, index: at }] of pages.entries()) {
    const page = section === undefined || at === undefined ? undefined : sections[section]?.list.pages[at];
    for (const anchor of page?.anchors ?? []) {
      if (destinations.has(anchor.name)) continue;
      destinations.set(anchor.name, {
        page: index,
        top: page?.frame === 'page' ? 0 : Math.max(0, top + anchor.y - 6),
      });
    }
  }
  return destinations;
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

/** The outline: every section, and under a chapter its entries. */
function outline(
  handbook: Handbook,
  sections: readonly Section[],
  destinations: ReadonlyMap<string, Destination>,
): OutlineItem[] {
  const chapters = new Map(handbook.chapters.map((chapter) => [`chapter-${chapter.id}`, chapter]));
  const items: OutlineItem[] = [];
  for (const section of sections) {
    const to = destinations.get(section.anchor ?? '');
    if (!to) continue;
    const entries = chapters.get(section.anchor ?? '')?.entries ?? [];
    const children = entries.flatMap((entry): OutlineItem[] => {
      const own = destinations.get(`q${entry.number}`);
      return own ? [{ title: `${entry.number} ${toText(entry.question)}`, to: own, children: [] }] : [];
    });
    items.push({ title: section.title, to, children });
  }
  return items;
}
