import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Looks, looksOf, type Pixels } from '../pictures/looks.ts';
import type { Matrix } from './geometry.ts';

/** A picture as a page paints it. */
export interface PagePicture {
  /** The stretch it is in. */
  readonly id: number | undefined;
  /** Its object. */
  readonly ref: number;
  readonly matrix: Matrix;
  readonly alpha: number;
  /** Decoded, with its mask; undefined where pdf.js could not decode it. */
  readonly looks: Looks | undefined;
}

interface Decoded extends Pixels {
  /** `12R`. */
  readonly ref?: string;
  /** 1 for a bit a pixel. */
  readonly kind?: number;
}

/**
 * Returns what pdf.js decoded under a name once the page's operators are listed: the object, and what it
 * looks like.
 */
export function pictureNamed(page: PDFPageProxy, name: unknown): Pick<PagePicture, 'ref' | 'looks'> {
  try {
    const store = String(name).startsWith('g_') ? page.commonObjs : page.objs;
    const picture = store.get(String(name)) as Decoded;
    return { ref: Number.parseInt(picture.ref ?? '', 10), looks: looksOf(unpacked(picture)) };
  } catch {
    return { ref: -1, looks: undefined };
  }
}

function unpacked({ width, height, data, kind }: Decoded): Pixels {
  if (kind !== 1) return { width, height, data };
  const row = Math.ceil(width / 8);
  const bit = (x: number, y: number): number => ((data[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
  const length = width * height;
  return {
    width,
    height,
    data: Uint8Array.from({ length }, (_, at) => 255 * bit(at % width, Math.floor(at / width))),
  };
}
