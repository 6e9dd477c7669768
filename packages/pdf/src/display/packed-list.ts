import { packed, unpacked } from '../cache/packed.ts';
import type { DisplayList, DisplayPage, GlyphTexts, Item, LinkArea, Problem } from './display-list.ts';
import type { StructureNode } from './structure-node.ts';

/** This is what numbering and binding have to know of a page. */
export interface PageHead extends Omit<DisplayPage, 'items' | 'links'> {
  /** The page numbers of these anchors are printed on the page. */
  readonly slots: readonly string[];
  /** These images are drawn on the page. */
  readonly pictures: readonly string[];
}

/** This is a display list of which only the heads of its pages are at hand. The rest is read when it is asked for. */
export interface LaidOut {
  readonly pages: readonly PageHead[];
  readonly glyphs: GlyphTexts;
  readonly problems: readonly Problem[];
  readonly structure: () => readonly StructureNode[];
  readonly items: (page: number) => readonly Item[];
  readonly links: (page: number) => readonly LinkArea[];
}

type Head = Pick<LaidOut, 'pages' | 'glyphs' | 'problems'>;

/**
 * Packs a list for other threads and the cache: behind its head the structure, the links, and each page's items as
 * JSON.
 */
export function packList(list: DisplayList): Uint8Array {
  const head: Head = {
    pages: list.pages.map(({ items, links: _, ...page }) => ({
      ...page,
      slots: items.flatMap((item) => (item.kind === 'slot' ? item.anchor : NOTHING)),
      pictures: items.flatMap(picturesOf),
    })),
    glyphs: list.glyphs,
    problems: list.problems,
  };
  const { structure, pages } = list;
  const parts = [structure, pages.map(({ links }) => links), ...pages.map(({ items }) => items)];
  return packed(
    head,
    parts.map((part) => Buffer.from(JSON.stringify(part), 'utf8')),
  );
}

function picturesOf(item: Item): readonly string[] {
  if (item.kind === 'picture') return [item.source];
  return item.kind === 'drawing' ? item.shapes.flatMap(({ bitmap }) => bitmap ?? []) : NOTHING;
}

const NOTHING: readonly never[] = [];

const FIRST_PAGE = 2;

/** Opens a packed list. Its parts are parsed when they are asked for, and not kept. */
export function openList(bytes: Uint8Array): LaidOut {
  const { head, parts } = unpacked<Head>(bytes);
  const part = (index: number): unknown => JSON.parse(parts[index]?.toString('utf8') ?? '');
  let links: readonly (readonly LinkArea[])[] | undefined;
  return {
    ...head,
    structure: () => part(0) as readonly StructureNode[],
    items: (page) => part(FIRST_PAGE + page) as readonly Item[],
    links(page) {
      links ??= part(1) as readonly (readonly LinkArea[])[];
      return links[page] ?? [];
    },
  };
}
