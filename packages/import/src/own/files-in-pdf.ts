import { inflateSync } from 'node:zlib';

/** No file that a PDF holds is larger: it would be a trap. */
const MOST = 256_000_000;
const NAME = '/EmbeddedFile';

/**
 * The files that a PDF holds (ISO 32000-2, 7.11.4), in their order. Their streams are objects of their own, so that
 * nothing else of the PDF has to be read. A file that cannot be read is left out.
 */
export function filesInPdf(bytes: Uint8Array): readonly Uint8Array[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (!text.startsWith('%PDF-')) return [];
  const files: Uint8Array[] = [];
  for (let at = text.indexOf(NAME); at !== -1; at = text.indexOf(NAME, at + 1)) {
    const [opening] = /^\/EmbeddedFile\b[\s\S]{0,1000}?\bstream\r?\n/.exec(text.slice(at, at + 1100)) ?? [];
    if (opening === undefined) continue;
    const head = text.slice(text.lastIndexOf(' obj', at), at + opening.length);
    const start = at + opening.length;
    const length = /\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(head)?.[1];
    const held = bytes.subarray(
      start,
      length === undefined ? text.indexOf('endstream', start) : start + Number(length),
    );
    const file = /\/Filter/.test(head) ? inflated(held) : held;
    if (file) files.push(file);
  }
  return files;
}

function inflated(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST });
  } catch {
    return undefined;
  }
}
