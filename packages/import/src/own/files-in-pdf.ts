import { inflateSync } from 'node:zlib';

/** All files that a PDF holds are not larger together: it would be a trap. */
const MOST = 256_000_000;
const NAME = '/EmbeddedFile';
/** How far the ends of an object's dictionary are from its name. */
const NEAR = 1000;

/**
 * The files that a PDF holds (ISO 32000-2, 7.11.4), in their order. Their streams are objects of their own, so that
 * nothing else of the PDF has to be read, and each byte once. A file that cannot be read is left out.
 */
export function filesInPdf(bytes: Uint8Array): readonly Uint8Array[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (!text.startsWith('%PDF-')) return [];
  const files: Uint8Array[] = [];
  let left = MOST;
  let next = 0;
  for (let at = text.indexOf(NAME); at !== -1; at = text.indexOf(NAME, next)) {
    const before = text.slice(Math.max(next, at - NEAR), at);
    next = at + 1;
    const behind = text.slice(at, at + NEAR + 100);
    const [opening] = /^\/EmbeddedFile\b[\s\S]{0,1000}?\bstream\r?\n/.exec(behind) ?? [];
    if (opening === undefined) continue;
    const head = before.slice(before.lastIndexOf(' obj') + 1) + opening;
    const start = at + opening.length;
    const length = /\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(head)?.[1];
    const end = length === undefined ? text.indexOf('endstream', start) : start + Number(length);
    if (end === -1) break;
    next = Math.min(end, text.length);
    const file = /\/Filter/.test(head)
      ? inflated(bytes.subarray(start, end), Math.max(1, left))
      : bytes.subarray(start, Math.min(end, start + left));
    if (file === 'too large') break;
    if (!file) continue;
    left -= file.length;
    files.push(file);
  }
  return files;
}

function inflated(bytes: Uint8Array, most: number): Uint8Array | 'too large' | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: most });
  } catch (error) {
    return error instanceof RangeError ? 'too large' : undefined;
  }
}
