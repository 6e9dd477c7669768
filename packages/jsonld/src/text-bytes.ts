const PIECE = 1024;

/**
 * Encodes texts one after another as UTF-8, each followed by `end`. They are encoded separately so that no
 * string of the whole ever exists: one character beyond Latin-1 would double its size.
 */
export function textBytes(texts: readonly string[], end = ''): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  for (let start = 0; start < texts.length; start += PIECE) {
    pieces.push(encoder.encode(texts.slice(start, start + PIECE).join(end) + end));
  }
  const [only] = pieces;
  return only && pieces.length === 1 ? only : Buffer.concat(pieces);
}
