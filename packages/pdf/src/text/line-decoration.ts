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
  const { style, inset, edit } = run;
  // The marks of an edit are those of each of its letters and pictures.
  const height = edit && inset ? inset.height : style.size * 0.54;
  const depth = edit && inset ? inset.depth : 0;
  const raised = edit ? style.rise : 0;
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
      y: baseline - raised + depth - height / 2,
      width: end - start,
      height: 0.6,
      fill: style.color,
    });
  if (style.underline)
    items.push({
      kind: 'box',
      x: start,
      y: baseline + (depth > 0 ? depth + 0.6 : 1.6),
      width: end - start,
      height: 0.5,
      fill: style.color,
    });
}
