import type { ImageFile } from '@octavo/core';
import { sourceOf } from '../display/picture-source.ts';
import { fitRaster } from '../raster/fit-raster.ts';
import type { ObjectWriter } from './object-writer.ts';
import { writeRaster } from './write-raster.ts';

/** These are the objects of the images of pixels, by the names that pages give them. Each is embedded once. */
export type Pictures = ReadonlyMap<string, number>;

/** These are the images of a book, and how they are embedded. */
export interface PictureShelf {
  readonly images: readonly ImageFile[];
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** Says whether a standard asks for colors that do not depend on a device. */
  readonly standard: boolean;
}

/** Embeds images. `onDamaged` hears of those that cannot be read. */
export function embedPictures(
  writer: ObjectWriter,
  { images, bytes, standard }: PictureShelf,
  sources: ReadonlySet<string>,
  onDamaged: (source: string, reason: string) => void,
): Pictures {
  const embedded = new Map<string, number>();
  for (const source of [...sources].sort()) {
    const { path, width } = sourceOf(source);
    const drawn = /^data:image\/png;base64,(.*)$/s.exec(source)?.[1];
    const data = drawn === undefined ? bytes.get(path) : Buffer.from(drawn, 'base64');
    const type = drawn === undefined ? images.find((image) => image.path === path)?.mediaType : 'image/png';
    if (!data || !type || type === 'image/svg+xml') continue;
    const raster = fitRaster(data, type, { width, standard });
    if (typeof raster === 'string') onDamaged(path, raster);
    else embedded.set(source, writeRaster(writer, raster));
  }
  return embedded;
}
