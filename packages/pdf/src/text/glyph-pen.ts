import type { GlyphRun } from '../display/display-list.ts';
import type { TextRun } from './text-run.ts';

interface PenGlyph {
  readonly id: number;
  readonly x: number;
  readonly advance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  /** What it says, when that is not what it stands for elsewhere. */
  readonly text: string | undefined;
}

/** Gathers glyphs on one baseline into as few runs as possible. */
export interface GlyphPen {
  readonly add: (glyph: PenGlyph) => void;
  /** Adds a glyph that is part of the one before it: the two share that one's text. */
  readonly join: (glyph: PenGlyph, text: string) => void;
  readonly runs: () => readonly GlyphRun[];
}

type Growing = Omit<GlyphRun, 'glyphs' | 'advances' | 'xOffsets' | 'yOffsets'> & {
  text?: string;
  glyphs: number[];
  advances: number[];
  xOffsets: number[];
  yOffsets: number[];
};

/** A pen in one font, at one size, in one colour. */
export function glyphPen(font: string, run: TextRun, baseline: number): GlyphPen {
  const runs: Growing[] = [];
  const { size, color, rise } = run.style;
  const start = (x: number, text?: string): Growing => {
    const growing: Growing = {
      kind: 'glyphs',
      x,
      y: baseline - rise,
      font,
      size,
      color,
      content: run.content,
      glyphs: [],
      advances: [],
      xOffsets: [],
      yOffsets: [],
    };
    if (text !== undefined) growing.text = text;
    runs.push(growing);
    return growing;
  };
  const put = (target: Growing, glyph: PenGlyph): void => {
    target.glyphs.push(glyph.id);
    target.advances.push(round(glyph.advance));
    target.xOffsets.push(round(glyph.xOffset));
    target.yOffsets.push(round(glyph.yOffset));
  };
  return {
    add(glyph) {
      const last = runs.at(-1);
      const target =
        glyph.text === undefined && last && last.text === undefined ? last : start(glyph.x, glyph.text);
      put(target, glyph);
    },
    join(glyph, text) {
      const last = runs.at(-1);
      if (!last) return;
      if (last.text !== undefined) return put(last, glyph);
      const count = last.glyphs.length - 1;
      const before = last.glyphs[count];
      if (before === undefined) return;
      const moved = {
        id: before,
        x: 0,
        advance: last.advances[count] ?? 0,
        xOffset: last.xOffsets[count] ?? 0,
        yOffset: last.yOffsets[count] ?? 0,
        text,
      };
      for (const list of [last.glyphs, last.advances, last.xOffsets, last.yOffsets]) list.pop();
      if (count === 0) runs.pop();
      const target = start(glyph.x - moved.advance, text);
      put(target, moved);
      put(target, glyph);
    },
    runs: () => runs.map(compact),
  };
}

/** Leaves out offsets that are all nought. */
function compact(run: Growing): GlyphRun {
  const { xOffsets, yOffsets, ...rest } = run;
  return {
    ...rest,
    ...(xOffsets.some((offset) => offset !== 0) ? { xOffsets } : {}),
    ...(yOffsets.some((offset) => offset !== 0) ? { yOffsets } : {}),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
