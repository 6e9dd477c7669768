import type { ImageFile } from '../model/handbook.ts';

/** Elements, attributes and addresses with which an SVG could run or load something. */
const ACTIVE =
  /<(?:[\w-]+:)?(?:script|foreignObject|iframe|embed|object|handler|listener)\b|\bon\w+\s*=|javascript:|<!ENTITY|<\?xml-stylesheet|@import|url\(\s*["']?\s*(?!#|["']?#|["']?data:(?:image|font)\/(?!svg))[^)\s]|\b(?:href|src)\s*=\s*(["'])\s*(?!#|data:image\/(?!svg))[^"']/i;

/** Whether an SVG holds a script or something that it would load from elsewhere. */
export function isActiveSvg(source: string): boolean {
  const decoded = source.replace(/&#(x?)([0-9a-f]+);/gi, (_whole, hex: string, digits: string) => {
    const code = Number.parseInt(digits, hex === '' ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
  return ACTIVE.test(withoutComments(decoded));
}

function withoutComments(source: string): string {
  return source.replace(/<!--[\s\S]*?-->/g, '');
}

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
      return /<\/(?:[\w-]+:)?svg\s*>|<(?:[\w-]+:)?svg\b[^>]*\/>/.test(all.toString());
  }
}
