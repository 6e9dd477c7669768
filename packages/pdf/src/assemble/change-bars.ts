import type { Box, Item } from '../display/display-list.ts';
import type { Geometry } from '../page/geometry.ts';
import { INK } from '../page/theme.ts';

/** Change bars stand this far from the text and its margin column, in points. */
const DISTANCE = 12;

/** Bars become one unless a whole line without a change may lie between them: this share of the leading. */
const LEAST_GAP = 0.75;

/** Puts a page's change bars into the outer margin, where those of neighboring lines are one bar. */
export function placeBars(
  { full, hang, measure, leading, rightToLeft }: Geometry,
  side: 'recto' | 'verso',
  items: readonly Item[],
): readonly Item[] {
  const bars = items.filter(isBar).sort((a, b) => a.y - b.y);
  if (bars.length === 0) return items;
  const isLeft = (side === 'recto') === rightToLeft;
  const x = isLeft ? full - DISTANCE : full + hang + measure + DISTANCE;
  const joined: Box[] = [];
  for (const bar of bars) {
    const last = joined.at(-1);
    if (!last || bar.y > last.y + last.height + leading * LEAST_GAP) joined.push({ ...bar, x, fill: INK });
    else
      joined[joined.length - 1] = {
        ...last,
        height: Math.max(last.height, bar.y + bar.height - last.y),
      };
  }
  return [...joined, ...items.filter((item) => !isBar(item))];
}

function isBar(item: Item): item is Box {
  return item.kind === 'box' && item.outer === true;
}
