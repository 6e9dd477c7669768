/** These are the pixels of an image, as a PDF holds them (ISO 32000-2, 8.9.5). */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly bits: 1 | 2 | 4 | 8 | 16;
  /** `jpeg` and `png` are the coded data of the file, where rows of a PNG have filters; `plain` are rows of pixels. */
  readonly coding: 'jpeg' | 'png' | 'plain';
  readonly data: Uint8Array;
  /** These are red, green and blue for each index. */
  readonly palette?: Uint8Array;
  readonly profile?: Uint8Array;
  /** This is the one color that is not seen: the lowest and highest value of each channel. */
  readonly clear?: readonly number[];
  /** This is how much of each pixel is seen, in a byte each. */
  readonly alpha?: Uint8Array;
}

/** This is a raster that says whether it is the first of several pictures. */
export type Still = Raster & { readonly moves: boolean };

/** An image with more pixels is not taken apart in memory. */
export const MOST_PIXELS = 100_000_000;

/** Says why an image cannot be drawn. */
export class RasterFault extends Error {}

/** Makes a raster of pixels. It has no alpha where everything is seen. */
export function rasterOf({ width, height, data }: Pixels, profile?: Uint8Array): Raster {
  const count = width * height;
  const colors = new Uint8Array(count * 3);
  const alpha = new Uint8Array(count);
  let clear = false;
  for (let at = 0; at < count; at++) {
    colors[at * 3] = data[at * 4] ?? 0;
    colors[at * 3 + 1] = data[at * 4 + 1] ?? 0;
    colors[at * 3 + 2] = data[at * 4 + 2] ?? 0;
    alpha[at] = data[at * 4 + 3] ?? 0;
    clear ||= alpha[at] !== 255;
  }
  return {
    width,
    height,
    channels: 3,
    bits: 8,
    coding: 'plain',
    data: colors,
    ...(profile ? { profile } : {}),
    ...(clear ? { alpha } : {}),
  };
}

/** These are pixels of red, green, blue and alpha, with 8 bits each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}
