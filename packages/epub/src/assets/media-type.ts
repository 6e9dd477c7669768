/** The kinds of file an EPUB carries without a fallback (EPUB 3.3, 3.2 core media types), by their first bytes. */
const SIGNATURES: readonly (readonly [mediaType: string, offset: number, bytes: string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['font/woff2', 0, 'wOF2'],
  ['font/woff', 0, 'wOFF'],
  ['font/otf', 0, 'OTTO'],
  ['font/ttf', 0, '\x00\x01\x00\x00'],
  ['font/ttf', 0, 'true'],
];

/**
 * Returns the type of a file by its content; undefined when it is none of these. SVG is text and is
 * recognized by its root element.
 */
export function mediaTypeOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const known = SIGNATURES.find(([, offset, signature]) => head.startsWith(signature, offset));
  if (known) return known[0];
  return /<svg[\s>]/.test(decodeHead(bytes)) ? 'image/svg+xml' : undefined;
}

function decodeHead(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 4096));
}
