import type { Direction, PdfSettings } from '@octavo/core';

/** These are the measures of a page, in points. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly inner: number;
  readonly outer: number;
  /** This is the width of the column of text. */
  readonly measure: number;
  /** This is the height of the text block, a whole number of lines. */
  readonly depth: number;
  /** This is the width of the margin column beside the text, where numbers hang, and where x is negative. */
  readonly hang: number;
  /** The text and its margin column begin here together. The column is on the side where reading begins. */
  readonly full: number;
  readonly rightToLeft: boolean;
  readonly bleed: number;
  /** These are the size and the leading of body text. */
  readonly size: number;
  readonly leading: number;
}

const MILLIMETRE = 72 / 25.4;

type Given = Omit<Geometry, 'outer' | 'depth' | 'full' | 'rightToLeft' | 'bleed'> & { bottom: number };

const LARGE = { inner: 88, measure: 352, hang: 76, size: 10.4, leading: 14.4 };
const SMALL = { inner: 58, measure: 286, hang: 40, size: 9.6, leading: 13 };

/** Each page has a measure of about 70 characters, and beside it a margin column for the numbers. */
const PAGES: Readonly<Record<PdfSettings['page'], Given>> = {
  A4: { ...LARGE, width: 595.28, height: 841.89, top: 84, bottom: 86 },
  Letter: { ...LARGE, width: 612, height: 792, top: 80, bottom: 76, inner: 92, hang: 80 },
  '6x9in': { ...SMALL, width: 432, height: 648, top: 60, bottom: 58 },
};

/** Returns the measures of a handbook's pages. Inner and outer margins change sides between recto and verso. */
export function geometry(settings: PdfSettings, direction: Direction): Geometry {
  const { bottom, ...page } = PAGES[settings.page];
  const lines = Math.floor((page.height - page.top - bottom) / page.leading);
  const rightToLeft = direction === 'rtl';
  return {
    ...page,
    bleed: settings.bleed * MILLIMETRE,
    outer: page.width - page.inner - page.hang - page.measure,
    depth: lines * page.leading,
    full: rightToLeft ? 0 : -page.hang,
    rightToLeft,
  };
}

/** Returns where in the margin column a label of this width stands. `share` says how much of the column may be used. */
export function inMargin(geometry: Geometry, width: number, share = 1): number {
  return geometry.rightToLeft ? geometry.measure + geometry.hang * share - width : -geometry.hang * share;
}

/** Returns the only line of a number when it fits into the margin column, or into a `share` of it; else undefined. */
export function hanging<Line extends { readonly width: number }>(
  lines: readonly Line[],
  { hang }: Geometry,
  share = 1,
): Line | undefined {
  const [line, more] = lines;
  return line && !more && line.width <= hang * share ? line : undefined;
}
