import type { Placed } from './frame-boxes.ts';

/** A page that lacks lines adds one before each piece that a round allows; the later a round, the less fitting are its places. */
const ROUNDS: readonly ((piece: Placed['piece'], leading: number) => boolean)[] = [
  ({ flex = 0 }) => flex > 1,
  ({ flex = 0 }) => flex === 1,
  ({ flex = 0 }) => flex > 2,
  ({ flex = 0 }) => flex > 2,
  ({ before }, leading) => before > leading * 0.9,
];

/**
 * Lets a page that goes on overleaf end at its foot: whole lines are added before its entries, then before its
 * headings and boxes, and only at last where there is space anyway, such as above the related questions of an
 * entry. Its lines stay on the grid.
 */
export function fillPage(placed: Placed[], depth: number, leading: number): void {
  const last = placed.at(-1);
  if (!last) return;
  const spare = depth - last.y - last.piece.height;
  let lack = Math.floor(spare / leading + 0.05);
  const added = placed.map(() => 0);
  for (const isAble of ROUNDS)
    for (let at = placed.length - 1; at > 0 && lack > 0; at--) {
      if (!isAble((placed[at] as Placed).piece, leading)) continue;
      added[at] = (added[at] as number) + 1;
      lack -= 1;
    }
  const lines = added.reduce((sum, own) => sum + own, 0);
  lowerEnd(placed, spare - lines * leading, leading);
  let shift = 0;
  for (const [at, own] of placed.entries()) {
    shift += (added[at] as number) * leading;
    if (shift > 0) placed[at] = { ...own, y: own.y + shift };
  }
}

/** So many rows of a table may be moved apart, each by this much of the leading at the most. */
const ROWS = 8;
const ROW_GIVE = 0.15;

/** Lowers what stands off the grid at a page's end to its foot: the rows of a long table one by one, all else together. */
function lowerEnd(placed: Placed[], spare: number, leading: number): void {
  const from = Math.max(1, placed.findLastIndex(({ piece }) => piece.leading === leading) + 1);
  const count = placed.length - from;
  if (spare <= 0) return;
  const areRows = count >= ROWS && placed.slice(from).every(({ piece }) => piece.frames.length === 0);
  const give = areRows ? Math.min(spare / count, leading * ROW_GIVE) : Math.min(spare, leading);
  for (let at = from; at < placed.length; at++) {
    const own = placed[at] as Placed;
    placed[at] = { ...own, y: own.y + (areRows ? give * (at - from + 1) : give) };
  }
}
