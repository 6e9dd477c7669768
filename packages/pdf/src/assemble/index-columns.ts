import type { DisplayPage } from '../display/display-list.ts';
import { type PageSettings, paginate } from '../flow/paginate.ts';
import { moved, type Piece } from '../flow/piece.ts';

/** Between the columns of the index, in points. */
export const GUTTER = 20;

type Settings = Omit<PageSettings, 'depth'>;

/**
 * Columns, two a page: the first two are short, for the title stands over them, and the last two are as
 * short as they can be, so that the end of the index stands in two columns of one depth.
 */
export function indexColumns(
  pieces: readonly Piece[],
  depth: number,
  head: number,
  settings: Settings,
): readonly DisplayPage[] {
  const first = paginate(pieces, { ...settings, depth: depth - head }).slice(0, 2);
  const rest = behind(pieces, first);
  if (rest.length === 0) return balanced(pieces, depth - head, settings);
  const others = paginate(rest, { ...settings, depth });
  const full = others.slice(0, others.length - (others.length % 2 || 2));
  return [...first, ...full, ...balanced(behind(rest, full), depth, settings)];
}

/** The pieces that do not stand in the columns, which hold the first of them. */
function behind(pieces: readonly Piece[], columns: readonly DisplayPage[]): readonly Piece[] {
  const taken = columns.reduce((total, column) => total + column.items.length, 0);
  let count = 0;
  let at = 0;
  for (; at < pieces.length && count < taken; at++) count += pieces[at]?.items.length ?? 0;
  return pieces.slice(at);
}

/** Two columns, or one, of the least depth that holds the pieces, to half a point; `depth` does hold them. */
function balanced(pieces: readonly Piece[], depth: number, settings: Settings): readonly DisplayPage[] {
  let columns = paginate(pieces, { ...settings, depth });
  let enough = depth;
  let short = 0;
  while (enough - short > 0.5) {
    const middle = (enough + short) / 2;
    const tried = paginate(pieces, { ...settings, depth: middle });
    if (tried.length > 2) short = middle;
    else [enough, columns] = [middle, tried];
  }
  return columns;
}

/** Pages of two columns each; on the first they stand `head` points lower. */
export function pairColumns(
  columns: readonly DisplayPage[],
  width: number,
  head: number,
  x: number,
  rightToLeft: boolean,
): DisplayPage[] {
  const pages: DisplayPage[] = [];
  for (let at = 0; at < columns.length; at += 2) {
    const drop = at === 0 ? head : 0;
    const first = columns[at];
    if (!first) continue;
    const parts = columns.slice(at, at + 2).map((page, index) => {
      const place = rightToLeft ? 1 - index : index;
      return { page, ...moved(page, x + place * (width + GUTTER), drop) };
    });
    pages.push({
      frame: 'block',
      items: parts.flatMap((part) => part.items),
      links: parts.flatMap((part) => part.links),
      anchors: parts.flatMap((part) =>
        part.page.anchors.map((anchor) => ({ ...anchor, y: anchor.y + drop })),
      ),
      place: first.place,
      opening: false,
    });
  }
  return pages;
}
