import type { ImageFile } from '@octavo/core';
import { RasterFault, type Still } from './raster.ts';
import { readGif } from './read-gif.ts';
import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';
import { readWebp } from './read-webp.ts';

export type RasterType = Exclude<ImageFile['mediaType'], 'image/svg+xml'>;

/** Reads an image of pixels as a PDF holds it. Returns a string that says why it cannot be drawn. */
export function readRaster(bytes: Uint8Array, mediaType: RasterType): Still | string {
  try {
    switch (mediaType) {
      case 'image/png':
        return readPng(bytes);
      case 'image/jpeg':
        return { ...readJpeg(bytes), moves: false };
      case 'image/gif':
        return readGif(bytes);
      case 'image/webp':
        return readWebp(bytes);
    }
  } catch (error) {
    if (error instanceof RasterFault) return error.message;
    throw error;
  }
}

/** Layout has to know this of an image of pixels, or why it cannot be drawn. */
export type RasterFacts = { readonly cmyk: boolean; readonly moves: boolean } | string;

const known = new WeakMap<Uint8Array, RasterFacts>();

/** Reads what layout has to know of an image. Its pixels are not kept. */
export function rasterFacts(bytes: Uint8Array, mediaType: RasterType): RasterFacts {
  const ready = known.get(bytes);
  if (ready !== undefined) return ready;
  const raster = readRaster(bytes, mediaType);
  const facts =
    typeof raster === 'string'
      ? raster
      : { cmyk: raster.channels === 4 && !raster.profile, moves: raster.moves };
  known.set(bytes, facts);
  return facts;
}
