import { deflateSync } from 'node:zlib';

/**
 * Compresses bytes for `FlateDecode` (ISO 32000-2, 7.4.4). A page has some ten thousand bytes, so a smaller window and
 * one level less save a quarter of the time, and make the file two percent longer.
 */
export function deflated(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 5, windowBits: 14 });
}
