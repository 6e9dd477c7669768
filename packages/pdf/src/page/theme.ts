import type { TextStyle } from '../text/text-run.ts';
import type { Geometry } from './geometry.ts';

/** The colors are black with a trace of warmth, and one accent. All but `FAINT` have a contrast of 7:1 on white. */
export const INK = '#1b1a19';
export const MUTED = '#55514c';
export const ACCENT = '#1d4a63';
/** The mark of a preview has this color. */
export const WARNING = '#8f1d14';
export const FAINT = '#b9b3aa';
export const TINT = '#f5f3ee';
export const DEEPER_TINT = '#eae6dd';

export interface Theme {
  readonly body: TextStyle;
  readonly small: TextStyle;
  readonly note: TextStyle;
  readonly code: TextStyle;
  readonly label: TextStyle;
  readonly number: TextStyle;
  readonly question: TextStyle;
  readonly headings: readonly TextStyle[];
  readonly chapterTitle: TextStyle;
  readonly table: TextStyle;
  readonly tableHead: TextStyle;
  readonly caption: TextStyle;
}

/** Returns the text styles for a page size. */
export function theme(geometry: Geometry): Theme {
  const { size } = geometry;
  const body: TextStyle = {
    role: 'serif',
    weight: 400,
    italic: false,
    size,
    color: INK,
    features: ['onum'],
    rise: 0,
  };
  const sans: TextStyle = { ...body, role: 'sans', features: [] };
  const heading = (scale: number, weight = 600, italic = false): TextStyle => ({
    ...sans,
    weight,
    italic,
    size: size * scale,
    features: ['lnum'],
  });
  return {
    body,
    small: { ...sans, size: size * 0.86, features: ['lnum', 'pnum'] },
    note: { ...body, size: size * 0.85 },
    code: { ...body, role: 'code', size: size * 0.82, features: [] },
    label: { ...sans, weight: 600, size: size * 0.8, color: ACCENT, features: ['smcp', 'c2sc'] },
    number: { ...sans, weight: 600, size: size * 1.08, color: ACCENT, features: ['lnum', 'tnum'] },
    question: heading(1.17),
    headings: [
      heading(1.06),
      heading(1),
      heading(0.98, 600, true),
      heading(0.95, 400, true),
      heading(0.92, 400, true),
      heading(0.92, 400, true),
    ],
    chapterTitle: { ...body, weight: 600, size: size * 2.5, features: ['lnum'] },
    table: { ...sans, size: size * 0.88, features: ['lnum', 'tnum'] },
    tableHead: { ...sans, weight: 600, size: size * 0.88, features: ['lnum', 'tnum'] },
    caption: { ...sans, size: size * 0.86, color: MUTED, features: ['lnum'] },
  };
}
