import type { DisplayList, DisplayPage, GlyphTexts, Item, LinkArea, Problem } from './display-list.ts';
import type { StructureNode } from './structure-node.ts';

/** What numbering and binding must know of a page. */
export interface PageHead extends Omit<DisplayPage, 'items' | 'links'> {
  /** The anchors whose page numbers are printed here. */
  readonly slots: readonly string[];
  /** The images drawn here. */
  readonly pictures: readonly string[];
}

/** A display list of which only the heads of its pages are at hand; the rest is read when it is asked for. */
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
 * Packs a list as it travels between threads and rests in a cache: the lengths of its parts as 32-bit
 * numbers, then the parts as JSON in UTF-8: head, structure, links, and each page's items.
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
  const values = [
    head,
    list.structure,
    list.pages.map((page) => page.links),
    ...list.pages.map((page) => page.items),
  ];
  const parts = values.map((value) => Buffer.from(JSON.stringify(value), 'utf8'));
  const lengths = Buffer.alloc(4 * (parts.length + 1));
  lengths.writeUInt32LE(parts.length, 0);
  for (const [index, part] of parts.entries()) lengths.writeUInt32LE(part.length, 4 * (index + 1));
  return Buffer.concat([lengths, ...parts]);
}

function picturesOf(item: Item): readonly string[] {
  if (item.kind === 'picture') return [item.source];
  return item.kind === 'drawing' ? item.shapes.flatMap(({ bitmap }) => bitmap ?? []) : NOTHING;
}

const NOTHING: readonly never[] = [];

const FIRST_PAGE = 3;

/** Opens a packed list; its parts are parsed as they are needed, and not kept. */
export function openList(bytes: Uint8Array): LaidOut {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = packed.readUInt32LE(0);
  const ends: number[] = [];
  let end = 4 * (count + 1);
  for (let index = 0; index < count; index++) {
    end += packed.readUInt32LE(4 * (index + 1));
    ends.push(end);
  }
  const part = (index: number): unknown =>
    JSON.parse(packed.toString('utf8', ends[index - 1] ?? 4 * (count + 1), ends[index]));
  const head = part(0) as Head;
  let links: readonly (readonly LinkArea[])[] | undefined;
  return {
    ...head,
    structure: () => part(1) as readonly StructureNode[],
    items: (page) => part(FIRST_PAGE + page) as readonly Item[],
    links(page) {
      links ??= part(2) as readonly (readonly LinkArea[])[];
      return links[page] ?? [];
    },
  };
}

/** The whole list again. */
export function unpackList(bytes: Uint8Array): DisplayList {
  const list = openList(bytes);
  return {
    pages: list.pages.map(({ slots: _, pictures: __, ...page }, index) => ({
      ...page,
      items: list.items(index),
      links: list.links(index),
    })),
    structure: list.structure(),
    glyphs: list.glyphs,
    problems: list.problems,
  };
}
