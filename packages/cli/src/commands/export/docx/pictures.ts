import type { Handbook, ImageFile } from '@octavo/core';
import { encodePng, toPixels } from '@octavo/core/draw';
import type { VFile } from 'vfile';
import type { WordPicture } from './word-book.ts';

const KINDS: Partial<Readonly<Record<ImageFile['mediaType'], WordPicture['kind']>>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
};
/** A drawing is drawn twice as large, so that it is sharp on paper. */
const SCALE = 2;

/**
 * The pictures of a handbook by their paths, as Word shows them: drawings become pixels, and one in WebP, which
 * not every Word shows, is left to its alternative text.
 */
export async function wordPictures(
  { images }: Pick<Handbook, 'images'>,
  files: readonly VFile[],
): Promise<ReadonlyMap<string, WordPicture>> {
  const found = new Map<string, WordPicture>();
  for (const { path, mediaType, width, height } of images) {
    const value = files.find((file) => file.path === path)?.value;
    const bytes = typeof value === 'object' ? value : undefined;
    const kind = KINDS[mediaType];
    if (bytes && kind) found.set(path, { bytes, kind, width, height });
    else if (bytes && mediaType === 'image/svg+xml') {
      const drawn = await toPixels(new TextDecoder().decode(bytes), Math.ceil(width * SCALE), []);
      found.set(path, {
        bytes: encodePng({ ...drawn, pixels: onWhite(drawn.pixels) }),
        kind: 'png',
        width,
        height,
      });
    }
  }
  return found;
}

/** Pixels whose colors are multiplied by their alpha, on white paper. */
function onWhite(pixels: Uint8Array): Uint8Array {
  return pixels.map((value, at) => Math.min(255, value + 255 - (pixels[at - (at % 4) + 3] ?? 255)));
}
