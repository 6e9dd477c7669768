import type { ImageFile } from '../model/documents.generated.ts';

/** Whether the bytes of an image go on to its end: a download that broke off has a size, and no picture. */
export function isWhole(bytes: Uint8Array, mediaType: ImageFile['mediaType']): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (mediaType) {
    case 'image/png':
      return all.lastIndexOf('IEND') > 0;
    case 'image/jpeg':
      return all.lastIndexOf(Uint8Array.of(0xff, 0xd9)) > 0;
    case 'image/gif':
      return bytes.at(-1) === 0x3b;
    case 'image/webp':
      return bytes.length >= 8 + all.readUInt32LE(4);
    case 'image/svg+xml':
      // A parser says it better: see `svgFaults`.
      return true;
  }
}
