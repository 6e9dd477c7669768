import type { Box, Item, LinkArea } from '../display/display-list.ts';
import { FAINT, INK } from '../page/theme.ts';
import type { SetLine } from '../text/set-line.ts';
import { moved } from './piece.ts';
import { type Stack, stack } from './stack.ts';
import { PADDING } from './table-fit.ts';

/** A row of cells with their text set, each `width` wide with its padding. */
export interface SetRow {
  readonly cells: readonly { readonly lines: readonly SetLine[]; readonly width: number }[];
  readonly head: boolean;
}

/** A row as it is drawn, relative to its top left. */
export interface DrawnRow extends Stack {
  readonly baseline: number | undefined;
}

const ABOVE = 3.6;
const BELOW = 4.2;
const STRONG = 0.9;
const HAIR = 0.4;

/** Rows ruled the way books rule them: above, under the head, hairlines between rows, below. */
export function drawRows(rows: readonly SetRow[], rightToLeft: boolean): readonly DrawnRow[] {
  return rows.map((row, index) => drawRow(row, index === rows.length - 1, rightToLeft));
}

function drawRow({ cells, head }: SetRow, isLast: boolean, rightToLeft: boolean): DrawnRow {
  const width = cells.reduce((total, cell) => total + cell.width, 0);
  const top = head ? STRONG : 0;
  const bottom = head || isLast ? STRONG : HAIR;
  // All cells of a row stand on one baseline: where a formula or picture makes one line higher, the other
  // lines are lowered.
  const lowest = cells.reduce((most, { lines }) => Math.max(most, lines[0]?.baseline ?? 0), 0);
  const drops = cells.map(({ lines }) => (head ? 0 : lowest - (lines[0]?.baseline ?? lowest)));
  const depths = cells.map(({ lines }, at) =>
    lines.reduce((total, line) => total + line.height, drops[at] ?? 0),
  );
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 0);
  const height = top + ABOVE + deepest + BELOW + bottom;
  const rule = (y: number, thick: number, fill: string): Box => ({
    kind: 'box',
    x: 0,
    y,
    width,
    height: thick,
    fill,
  });
  const items: Item[] = head ? [rule(0, STRONG, INK)] : [];
  items.push(rule(height - bottom, bottom, bottom === STRONG ? INK : FAINT));
  const links: LinkArea[] = [];
  const notes: string[] = [];
  let baseline: number | undefined;
  let taken = 0;
  for (const [index, { lines, width: own }] of cells.entries()) {
    const x = rightToLeft ? width - taken - own : taken;
    // At both ends of the row, the text stands at the edge of the measure.
    const left = x + (index === 0 ? 0 : PADDING / 2);
    // The heads of columns stand on the rule that is below them.
    const y = top + ABOVE + (head ? deepest - (depths[index] ?? 0) : (drops[index] ?? 0));
    const text = moved(stack(lines), left, y);
    items.push(...text.items);
    links.push(...text.links);
    notes.push(...text.notes);
    if (lines[0]) baseline ??= y + lines[0].baseline;
    taken += own;
  }
  return { height, items, links, notes, baseline };
}
