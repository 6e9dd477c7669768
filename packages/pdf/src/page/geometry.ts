import type { PdfSettings } from '@octavo/core';

/** A page's measures, in points. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly inner: number;
  readonly outer: number;
  /** The text block. */
  readonly measure: number;
  readonly depth: number;
  /** The margin column left of the text, where entry numbers hang. */
  readonly hang: number;
  readonly bleed: number;
  /** Body text: size and leading. */
  readonly size: number;
  readonly leading: number;
}

const MILLIMETRE = 72 / 25.4;

/**
 * The page: a measure of about 66 characters with a margin column for the numbers, inner and outer
 * margins that change sides on recto and verso.
 */
export function geometry(settings: PdfSettings): Geometry {
  const bleed = settings.bleed * MILLIMETRE;
  switch (settings.page) {
    case 'A4':
      return page(595.28, 841.89, 78, 92, 84, 68, 44, 10.25, 14.25, bleed);
    case 'Letter':
      return page(612, 792, 76, 88, 92, 76, 44, 10.25, 14.25, bleed);
    case '6x9in':
      return page(432, 648, 58, 62, 54, 44, 34, 9.5, 12.75, bleed);
  }
}

function page(
  width: number,
  height: number,
  top: number,
  bottom: number,
  inner: number,
  outer: number,
  hang: number,
  size: number,
  leading: number,
  bleed: number,
): Geometry {
  const lines = Math.floor((height - top - bottom) / leading);
  return { width, height, top, inner, outer, measure: width - inner - outer, depth: lines * leading, hang, bleed, size, leading };
}
