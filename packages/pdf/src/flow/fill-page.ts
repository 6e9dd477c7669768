import type { Placed } from './frame-boxes.ts';

/** Whether a page that lacks lines may add one before a piece: rounds of ever less fitting places. */
const ROUNDS: readonly ((piece: Placed['piece'], leading: number) => boolean)[] = [
  ({ flex = 0 }) => flex > 1,
  ({ flex = 0 }) => flex > 0,
  ({ flex = 0 }) => flex > 2,
  ({ before }, leading) => before > leading * 0.9,
  ({ flex = 0 }) => flex > 2,
];

/**
 * Lets a page that goes on overleaf end at its foot: whole lines are added before its entries, then before its
 * headings and boxes, then where there is space anyway, so that its lines stay on the grid.
 */
export function fillPage(placed: Placed[], depth: number, leading: number): void {
  const last = placed.at(-1);
  if (!last) return;
  let lack = Math.floor((depth - last.y - last.piece.height) / leading + 0.05);
  const added = placed.map(() => 0);
  for (const isAble of ROUNDS)
    for (let at = placed.length - 1; at > 0 && lack > 0; at--) {
      if (!isAble((placed[at] as Placed).piece, leading)) continue;
      added[at] = (added[at] as number) + 1;
      lack -= 1;
    }
  if (lack > 0) spreadRows(placed, lack * leading, leading);
  let shift = 0;
  for (const [at, own] of placed.entries()) {
    shift += (added[at] as number) * leading;
    if (shift > 0) placed[at] = { ...own, y: own.y + shift };
  }
}

/** The most that a table's row may be moved from the row above it, of the leading. */
const ROW_GIVE = 0.15;

/** Spreads the rows of the table that a page ends in over what the page lacks. */
function spreadRows(placed: Placed[], lack: number, leading: number): void {
  const from = placed.findLastIndex(({ piece }) => piece.leading === leading || piece.before > 0) + 1;
  const give = lack / (placed.length - from);
  if (give > leading * ROW_GIVE) return;
  for (let at = from; at < placed.length; at++) {
    const own = placed[at] as Placed;
    placed[at] = { ...own, y: own.y + give * (at - from + 1) };
  }
}
