import type { Item } from '../display/display-list.ts';
import type { TextRun } from './text-run.ts';

/** Adds what decorates a run from `start` to `end`: a tint `behind` it, or a line through it or under it. */
export function pushDecoration(
  items: Item[],
  behind: Item[],
  run: TextRun,
  start: number,
  end: number,
  baseline: number,
): void {
  const { style } = run;
  if (style.tint) {
    const box = {
      x: start - 1.5,
      y: baseline - style.size * 0.86,
      width: end - start + 3,
      height: style.size * 1.18,
    };
    behind.unshift({ kind: 'box', ...box, fill: style.tint, radius: 2 });
  }
  if (style.strike)
    items.push({
      kind: 'box',
      x: start,
      y: baseline - style.size * 0.27,
      width: end - start,
      height: 0.6,
      fill: style.color,
    });
  if (style.underline)
    items.push({
      kind: 'box',
      x: start,
      y: baseline + 1.6,
      width: end - start,
      height: 0.5,
      fill: style.color,
    });
}
