import type { DisplayPage, Item } from '../display/display-list.ts';
import { type PageSettings, paginate } from '../flow/paginate.ts';
import { moved, type Piece } from '../flow/piece.ts';

/** The columns of the index stand so far apart, in points. */
export const GUTTER = 20;

type Settings = Omit<PageSettings, 'depth'>;

/** These are the depth of a column, how much of it the title takes on the first page, and other settings. */
interface Columns {
  readonly depth: number;
  readonly head: number;
  readonly settings: Settings;
}

/**
 * Sets columns, `count` of them on a page. Those of the first page are short, because the title stands above them.
 * Those of the last page are as short as they can be, so that the index ends in columns of one depth.
 */
export function indexColumns(
  pieces: readonly Piece[],
  count: number,
  { depth, head, settings }: Columns,
): readonly DisplayPage[] {
  const first = paginate(pieces, { ...settings, depth: depth - head }).slice(0, count);
  const rest = behind(pieces, first);
  if (rest.length === 0) return balanced(pieces, count, { ...settings, depth: depth - head });
  const others = paginate(rest, { ...settings, depth });
  const full = others.slice(0, others.length - (others.length % count || count));
  return [...first, ...full, ...balanced(behind(rest, full), count, { ...settings, depth })];
}

/** Returns the pieces that do not stand in the columns, which hold the first ones, below the heading that goes on. */
function behind(pieces: readonly Piece[], columns: readonly DisplayPage[]): readonly Piece[] {
  const taken = columns.reduce((total, column) => total + readIn(column.items), 0);
  let count = 0;
  let at = 0;
  for (; at < pieces.length && count < taken; at++) count += readIn(pieces[at]?.items ?? []);
  const rest = pieces.slice(at);
  const head = taken > 0 ? rest[0]?.head : undefined;
  return head ? [head, ...rest] : rest;
}

/** Counts the items that are read, which letters and repeated headings are not. */
function readIn(items: readonly Item[]): number {
  return items.filter((item) => item.kind !== 'box' && item.content >= 0).length;
}

/**
 * Sets at most `count` columns of the least depth that holds the pieces, to half a point. `settings.depth` holds them.
 */
function balanced(pieces: readonly Piece[], count: number, settings: PageSettings): readonly DisplayPage[] {
  let columns = paginate(pieces, settings);
  let enough = settings.depth;
  let short = tallestGroup(pieces);
  while (enough - short > 0.5) {
    const middle = (enough + short) / 2;
    const tried = paginate(pieces, { ...settings, depth: middle });
    if (tried.length > count) short = middle;
    else [enough, columns] = [middle, tried];
  }
  return columns;
}

/** Returns how high the highest pieces are that stay together. */
function tallestGroup(pieces: readonly Piece[]): number {
  let [tallest, height] = [0, 0];
  for (const [at, { before, height: own, keep }] of pieces.entries()) {
    height += (pieces[at - 1]?.keep ? before : 0) + own;
    tallest = Math.max(tallest, height);
    if (!keep) height = 0;
  }
  return tallest;
}

/** This is where columns stand on their pages. On the first page they stand `head` points lower. */
interface Placing {
  readonly count: number;
  readonly width: number;
  readonly head: number;
  readonly x: number;
  readonly rightToLeft: boolean;
}

/** Joins so many columns to each page. */
export function joinColumns(columns: readonly DisplayPage[], placing: Placing): DisplayPage[] {
  const { count, width, head, x, rightToLeft } = placing;
  const pages: DisplayPage[] = [];
  for (let at = 0; at < columns.length; at += count) {
    const drop = at === 0 ? head : 0;
    const own = columns.slice(at, at + count);
    const [first] = own;
    if (!first) continue;
    const parts = own.map((page, index) => {
      const place = rightToLeft ? count - 1 - index : index;
      return { page, ...moved(page, x + place * (width + GUTTER), drop) };
    });
    const entries = own.flatMap((page) => page.entries ?? []);
    const [from, to] = [entries[0], entries.at(-1)];
    pages.push({
      frame: 'block',
      items: parts.flatMap((part) => part.items),
      links: parts.flatMap((part) => part.links),
      anchors: parts.flatMap((part) =>
        part.page.anchors.map((anchor) => ({ ...anchor, y: anchor.y + drop })),
      ),
      place: first.place,
      ...(from !== undefined && to !== undefined ? { entries: [from, to] as const } : {}),
      opening: false,
    });
  }
  return pages;
}
