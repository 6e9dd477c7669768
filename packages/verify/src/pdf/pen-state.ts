import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box, Matrix } from './geometry.ts';

/** The graphics state of a page's content (ISO 32000-1, 8.4.1 and 9.3.1). */
export interface PenState {
  readonly ctm: Matrix;
  readonly clip: Box;
  /** Of letters and areas; `#rrggbb`, undefined for a pattern. */
  readonly colour: string | undefined;
  /** Of lines. */
  readonly line: string | undefined;
  readonly alpha: number;
  readonly masked: boolean;
  /** Inside a mask, which paints nothing itself. */
  readonly mute: boolean;
  readonly size: number;
  readonly mode: number;
  readonly rise: number;
  readonly charSpace: number;
  readonly wordSpace: number;
  readonly scale: number;
  readonly leading: number;
}

/** The state at the beginning of a page that shows the area `view`. */
export function freshState(view: Box): PenState {
  const text = { size: 0, mode: 0, rise: 0, charSpace: 0, wordSpace: 0, scale: 1, leading: 0 };
  const paint = { colour: '#000000', line: '#000000', alpha: 1, masked: false, mute: false };
  return { ctm: [1, 0, 0, 1, 0, 0], clip: view, ...paint, ...text };
}

type Sets = (given: readonly unknown[]) => Partial<PenState>;

/** What each operator sets, by its number in pdf.js. */
export const SETS: Readonly<Record<number, Sets | undefined>> = {
  [OPS.setLeading]: ([one]) => ({ leading: -Number(one) }),
  [OPS.setFont]: ([, size]) => ({ size: Number(size) }),
  [OPS.setTextRenderingMode]: ([one]) => ({ mode: Number(one) }),
  [OPS.setTextRise]: ([one]) => ({ rise: Number(one) }),
  [OPS.setCharSpacing]: ([one]) => ({ charSpace: Number(one) }),
  [OPS.setWordSpacing]: ([one]) => ({ wordSpace: Number(one) }),
  [OPS.setHScale]: ([one]) => ({ scale: Number(one) / 100 }),
  [OPS.setFillRGBColor]: (given) => ({ colour: hex(given) }),
  [OPS.setStrokeRGBColor]: (given) => ({ line: hex(given) }),
  [OPS.setFillColorN]: () => ({ colour: undefined }),
  [OPS.setFillTransparent]: () => ({ colour: undefined }),
  [OPS.setGState]: ([entries]) => {
    const { ca, SMask } = Object.fromEntries(entries as readonly (readonly [string, unknown])[]);
    return {
      ...(ca === undefined ? {} : { alpha: Number(ca) }),
      ...(SMask === undefined ? {} : { masked: SMask !== false && SMask !== null }),
    };
  },
};

function hex(given: readonly unknown[]): string {
  if (typeof given[0] === 'string') return given[0];
  return `#${given.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}
