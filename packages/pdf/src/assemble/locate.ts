import type { Destination, NumberedPage, Section } from '../display/bound-book.ts';

/** Returns where every anchor of the numbered pages is. */
export function locate(
  sections: readonly Section[],
  pages: readonly NumberedPage[],
  top: number,
): Map<string, Destination> {
  const destinations = new Map<string, Destination>();
  for (const [index, { section, index: at }] of pages.entries()) {
    const page = section === undefined || at === undefined ? undefined : sections[section]?.list.pages[at];
    if (section === undefined) continue;
    for (const anchor of page?.anchors ?? []) {
      if (destinations.has(anchor.name)) continue;
      destinations.set(anchor.name, {
        page: index,
        section,
        node: anchor.node,
        top: page?.frame === 'page' ? 0 : Math.max(0, top + anchor.y - 6),
      });
    }
  }
  return destinations;
}
