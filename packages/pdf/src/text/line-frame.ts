import type { LinkArea } from '../display/display-list.ts';
import type { TallLine } from './tall-lines.ts';
import type { TextRun } from './text-run.ts';

/** This is how high a line is and where its letters stand, in points from its top. */
export interface LineFrame {
  readonly height: number;
  /** Something tall takes this much above the leading. */
  readonly above: number;
  /** This tells whether it may stand halfway between two lines of the grid. */
  readonly half: boolean;
  readonly baseline: number;
}

/** Something may stand out of its line by this much of the leading. */
const BORNE = 0.15;

/** Returns the frame of a line of these runs: letters and insets that are higher or deeper than the leading make it higher. */
export function lineFrame(
  runs: readonly TextRun[],
  leading: number,
  tallOf: (size: number) => TallLine | undefined,
): LineFrame {
  let size = 0;
  for (const { inset, style } of runs) if (!inset && style.size > size) size = style.size;
  let rise = 0;
  let drop = 0;
  for (const { inset } of runs) {
    if (!inset) continue;
    rise = Math.max(rise, inset.height - inset.depth - leading * 0.5 - size * 0.3);
    drop = Math.max(drop, inset.depth - leading * 0.5 + size * 0.3);
  }
  // A little more fits into the space between two lines.
  if (rise <= leading * BORNE) rise = 0;
  if (drop <= leading * BORNE) drop = 0;
  const tall = tallOf(size);
  if (tall) {
    rise = Math.max(rise, tall.rise);
    drop = Math.max(drop, tall.drop);
  }
  return {
    height: leading + rise + drop,
    above: rise,
    half: tall !== undefined,
    baseline: leading * 0.5 + size * 0.33 + rise,
  };
}

/** These are the areas of a line's links: all of a link in the line is one area. */
export interface LinkAreas {
  readonly add: (run: TextRun, left: number, right: number) => void;
  readonly areas: (baseline: number) => readonly LinkArea[];
}

/** Starts without any link. */
export function linkAreas(): LinkAreas {
  const found = new Map<number, { left: number; right: number; run: TextRun }>();
  return {
    add(run, left, right) {
      if (!run.link || right <= left) return;
      const known = found.get(run.link.node);
      found.set(run.link.node, {
        left: Math.min(known?.left ?? left, left),
        right: Math.max(known?.right ?? right, right),
        run: known?.run ?? run,
      });
    },
    areas: (baseline) => [...found.values()].map((area) => linkArea(area, baseline)),
  };
}

function linkArea(area: { left: number; right: number; run: TextRun }, baseline: number): LinkArea {
  const { link, style, inset } = area.run;
  if (!link) throw new Error('not a link');
  return {
    x: area.left,
    y: baseline - (inset ? inset.height - inset.depth : style.size * 0.8) - style.rise,
    width: area.right - area.left,
    height: inset?.height ?? style.size * 1.1,
    node: link.node,
    target: link.target,
    contents: link.contents,
  };
}
