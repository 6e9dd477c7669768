import type { Direction, PdfSettings } from '@octavo/core';

/** A page's measures, in points. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly inner: number;
  readonly outer: number;
  /** The column of text. */
  readonly measure: number;
  /** The height of the text block, a whole number of lines. */
  readonly depth: number;
  /** The column left of the text, where entry numbers hang. x is 0 at the text, negative here. */
  readonly hang: number;
  /** Where the whole width, text and margin column, begins: the column is on the side reading begins. */
  readonly full: number;
  readonly rightToLeft: boolean;
  readonly bleed: number;
  /** Body text: size and leading. */
  readonly size: number;
  readonly leading: number;
}

const MILLIMETRE = 72 / 25.4;

/**
 * The page: a measure of about 70 characters, a margin column left of it for the numbers, inner and
 * outer margins that change sides on recto and verso.
 */
export function geometry(settings: PdfSettings, direction: Direction): Geometry {
  const bleed = settings.bleed * MILLIMETRE;
  switch (settings.page) {
    case 'A4':
      return page(direction, {
        width: 595.28,
        height: 841.89,
        top: 84,
        bottom: 86,
        inner: 88,
        measure: 352,
        hang: 76,
        size: 10.4,
        leading: 14.4,
        bleed,
      });
    case 'Letter':
      return page(direction, {
        width: 612,
        height: 792,
        top: 80,
        bottom: 76,
        inner: 92,
        measure: 352,
        hang: 80,
        size: 10.4,
        leading: 14.4,
        bleed,
      });
    case '6x9in':
      return page(direction, {
        width: 432,
        height: 648,
        top: 60,
        bottom: 58,
        inner: 58,
        measure: 286,
        hang: 40,
        size: 9.6,
        leading: 13,
        bleed,
      });
  }
}

/** Where in the margin column a label `width` points wide stands; `share`: how far out, of its width. */
export function inMargin(geometry: Geometry, width: number, share = 1): number {
  return geometry.rightToLeft ? geometry.measure + geometry.hang * share - width : -geometry.hang * share;
}

type Given = Omit<Geometry, 'outer' | 'depth' | 'full' | 'rightToLeft'> & { bottom: number };

function page(direction: Direction, given: Given): Geometry {
  const { bottom, ...rest } = given;
  const lines = Math.floor((given.height - given.top - bottom) / given.leading);
  const rightToLeft = direction === 'rtl';
  return {
    ...rest,
    outer: given.width - given.inner - given.hang - given.measure,
    depth: lines * given.leading,
    full: rightToLeft ? 0 : -given.hang,
    rightToLeft,
  };
}

/** Returns the line of a number, set, when it fits into the margin (or `share` of it); else undefined. */
export function hanging<Line extends { readonly width: number }>(
  lines: readonly Line[],
  { hang }: Geometry,
  share = 1,
): Line | undefined {
  const [line, more] = lines;
  return line && !more && line.width <= hang * share ? line : undefined;
}
