import type { GlyphRun } from '../display/display-list.ts';
import type { TextRun } from './text-run.ts';

interface PenGlyph {
  readonly id: number;
  readonly x: number;
  readonly advance: number;
  /** Its advance in its font, without kerning. */
  readonly natural: number;
  readonly xOffset: number;
  readonly yOffset: number;
  /** What it says, when that is not what it stands for elsewhere. */
  readonly text: string | undefined;
}

/** A run in the making, glyph by glyph. */
export interface GlyphRow extends Omit<GlyphRun, 'show' | 'width'> {
  readonly glyphs: readonly number[];
  readonly advances: readonly number[];
  readonly naturals: readonly number[];
  readonly xOffsets: readonly number[];
  readonly yOffsets: readonly number[];
}

/** Gathers glyphs on one baseline into as few rows as possible. */
export interface GlyphPen {
  readonly add: (glyph: PenGlyph) => void;
  /** Adds a glyph that is part of the one before it: the two share that one's text. */
  readonly join: (glyph: PenGlyph, text: string) => void;
  readonly rows: () => readonly GlyphRow[];
}

type Growing = GlyphRow & {
  text?: string;
  glyphs: number[];
  advances: number[];
  naturals: number[];
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
      naturals: [],
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
    target.naturals.push(glyph.natural);
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
        natural: last.naturals[count] ?? 0,
        xOffset: last.xOffsets[count] ?? 0,
        yOffset: last.yOffsets[count] ?? 0,
        text,
      };
      for (const list of [last.glyphs, last.advances, last.naturals, last.xOffsets, last.yOffsets])
        list.pop();
      if (count === 0) runs.pop();
      const target = start(glyph.x - moved.advance, text);
      put(target, moved);
      put(target, glyph);
    },
    rows: () => runs,
  };
}

/** A row with the operators that show it. */
export function showRow(row: GlyphRow): GlyphRun {
  const { glyphs, advances, naturals, xOffsets, yOffsets, ...run } = row;
  const parts: string[] = [];
  let string = '';
  let pen = 0;
  let drawn = 0;
  let rise = 0;
  const flush = (): void => {
    if (string) parts.push(`[<${string}>] TJ`);
    string = '';
  };
  for (const [index, glyph] of glyphs.entries()) {
    const up = yOffsets[index] ?? 0;
    if (up !== rise) {
      flush();
      parts.push(`${up} Ts`);
      rise = up;
    }
    const target = pen + (xOffsets[index] ?? 0);
    const shift = Math.round(((drawn - target) / run.size) * 1000);
    if (shift !== 0) {
      string += `>${shift}<`;
      drawn -= (shift * run.size) / 1000;
    }
    string += glyph.toString(16).padStart(4, '0');
    drawn += naturals[index] ?? 0;
    pen += advances[index] ?? 0;
  }
  flush();
  if (rise !== 0) parts.push('0 Ts');
  return { ...run, show: parts.join(' '), width: round(pen) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
