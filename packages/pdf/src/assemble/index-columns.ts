import type { DisplayPage } from '../display/display-list.ts';
import { paginate } from '../flow/paginate.ts';
import { moved } from '../flow/piece.ts';

/** Between the columns of the index, in points. */
export const GUTTER = 20;

/** Columns: the first two are short, for the title stands over them. */
export function twoDepths(
  pieces: Parameters<typeof paginate>[0],
  depth: number,
  head: number,
  settings: Omit<Parameters<typeof paginate>[1], 'depth'>,
): DisplayPage[] {
  const first = paginate(pieces, { ...settings, depth: depth - head }).slice(0, 2);
  const taken = first.reduce((total, page) => total + page.items.length, 0);
  let count = 0;
  let at = 0;
  for (; at < pieces.length && count < taken; at++) count += pieces[at]?.items.length ?? 0;
  return [...first, ...(at < pieces.length ? paginate(pieces.slice(at), { ...settings, depth }) : [])];
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
