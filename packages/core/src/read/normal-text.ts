import type { VFile } from 'vfile';

/** Files that are never text, whatever their bytes are. */
const BINARY = /\.(?:png|jpe?g|gif|webp|avif|woff2?|[ot]tf|ttc|pdf|epub|zip|gz|docx)$/i;

/**
 * Files that people write by hand, in which a Unicode line separator is a mistake; in files that Octavo
 * wrote, every byte is sealed.
 */
const AUTHORED = /\.(?:md|ya?ml)$/i;

/**
 * Normalizes a text file, whatever editor saved it and whatever git did to its line ends: LF for CRLF and CR,
 * no byte order mark, and in Markdown and YAML a space for U+2028 and U+2029, which no editor counts as a
 * line. It works in place, before anything is hashed, compared or positioned; lines and columns stay what an
 * editor shows. Files that contain a NUL, as pictures and UTF-16 do, stay as they are.
 */
export function normaliseText(file: VFile): void {
  if (BINARY.test(file.path)) return;
  const authored = AUTHORED.test(file.path);
  file.value =
    typeof file.value === 'string' ? normalString(file.value, authored) : normalBytes(file.value, authored);
}

/** The bytes of a text with LF for CRLF and CR and without a byte order mark; the very array when nothing changes. */
export function normalBytes(bytes: Uint8Array, authored = false): Uint8Array {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const foreign =
    all.includes(0x0d) || hasMark(all) || (authored && (all.includes('\u2028') || all.includes('\u2029')));
  if (!foreign || all.includes(0) || isWide(all)) return bytes;
  // This works on bytes, because a fault in UTF-8 must be reported at its own place.
  const text = all
    .toString('latin1')
    .replace(/^(?:\xEF\xBB\xBF)+/, '')
    .replace(/\r\n?/g, '\n');
  return new Uint8Array(Buffer.from(authored ? text.replace(/\xE2\x80[\xA8\xA9]/g, ' ') : text, 'latin1'));
}

function normalString(text: string, authored: boolean): string {
  const unix = text.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n');
  return authored ? unix.replace(/[\u2028\u2029]/g, ' ') : unix;
}

function hasMark([a, b, c]: Uint8Array): boolean {
  return a === 0xef && b === 0xbb && c === 0xbf;
}

function isWide([a, b]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
}
