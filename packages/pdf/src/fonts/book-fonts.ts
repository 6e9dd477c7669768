import type { FontFile } from '@octavo/core';
import { digestOf } from '../cache/sealed-cache.ts';

/** A font with the SHA-256 of its bytes, which is worked out once for a book and names the font everywhere else. */
export interface BookFont extends FontFile {
  readonly digest: string;
}

/**
 * Returns the book's fonts. If `shared`, every worker thread sees their bytes in one memory, and no task copies them.
 */
export function bookFonts(fonts: readonly FontFile[], shared: boolean): readonly BookFont[] {
  return fonts.map((font) => ({
    ...font,
    bytes: shared ? sharedBytes(font.bytes) : font.bytes,
    digest: digestOf(font.bytes).toString('base64'),
  }));
}

function sharedBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
