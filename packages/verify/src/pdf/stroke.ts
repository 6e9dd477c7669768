import { type Box, boxOf, type Matrix, place } from './geometry.ts';
import type { PenState } from './pen-state.ts';

/** One string of glyphs as it is painted. */
export interface Stroke {
  readonly box: Box;
  /** Points in the middle of each glyph that has ink, at the height of small letters. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** The size of the letters on the page, in points. */
  readonly size: number;
  readonly upright: boolean;
  /** `#rrggbb`; undefined for a pattern. */
  readonly colour: string | undefined;
  readonly alpha: number;
  /** Whether the font lacks one of its glyphs, so that a reader sees a box. */
  readonly lacking: boolean;
  /** Whether a rendering mode or a mask leaves no ink. */
  readonly noInk: boolean;
  readonly clip: Box;
}

/** A glyph as pdf.js hands it over. */
interface Glyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly isInFont?: boolean;
}

/** Spaces, and characters that leave no ink of their own. */
const NO_INK = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/** What a string of glyphs paints where `matrix` places its beginning, and how far it goes (ISO 32000-1, 9.4.4). */
export function strokeOf(
  glyphs: unknown,
  matrix: Matrix,
  state: PenState,
): { readonly stroke: Stroke; readonly advance: number } {
  const { size, rise, scale, mode, clip, alpha, masked, mute } = state;
  const points: (readonly [number, number])[] = [];
  let lacking = false;
  let at = 0;
  for (const glyph of Array.isArray(glyphs) ? (glyphs as readonly (number | Glyph)[]) : []) {
    if (typeof glyph === 'number') {
      at -= (glyph / 1000) * size * scale;
      continue;
    }
    const { unicode = '', width = 0, isSpace, isInFont } = glyph;
    const wide = (width / 1000) * size;
    const isBlank = NO_INK.test(unicode);
    // Whether the font has a blank is unknown: it is empty in the font too.
    lacking ||= isInFont === false && !isBlank;
    if (!isBlank && !mute) points.push(place(matrix, at + (wide * scale) / 2, rise + size / 4));
    at += (wide + state.charSpace + (isSpace ? state.wordSpace : 0)) * scale;
  }
  const [a, b, c, d] = matrix;
  const stroke = {
    box: boxOf(matrix, [0, rise - size * 0.2, at, rise + size * 0.75]),
    points,
    lacking,
    size: size * Math.sqrt(Math.abs(a * d - b * c)),
    upright: a > 0 && d > 0 && Math.abs(b) < 0.02 * a && Math.abs(c) < 0.4 * d,
    colour: mode % 4 === 1 ? state.line : state.colour,
    alpha,
    noInk: mode === 3 || mode === 7 || masked,
    clip,
  };
  return { stroke, advance: at };
}
