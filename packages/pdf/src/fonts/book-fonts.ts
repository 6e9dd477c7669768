import type { FontFile } from '@octavo/core';
import { digestOf } from '../cache/sealed-cache.ts';

/** A font with the SHA-256 of its bytes, which is reckoned once a book and names it everywhere else. */
export interface BookFont extends FontFile {
  readonly digest: string;
}

/** The book's fonts. `shared`: in memory that every worker thread sees, so that no task copies it. */
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
