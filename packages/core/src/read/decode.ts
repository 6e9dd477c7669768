import type { VFile } from 'vfile';
import { report } from '../report.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * The text of a file: UTF-8, with or without a byte order mark.
 *
 * Reports `text-is-utf-8` (with the byte's line) or `text-has-no-nul` and returns undefined when the
 * bytes are not text.
 */
export function decode(file: VFile): string | undefined {
  const bytes = typeof file.value === 'string' ? new TextEncoder().encode(file.value) : file.value;
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    report(file, 'text-has-no-nul', {
      reason: `byte ${nul + 1} is NUL: this is not a text file`,
      place: pointAt(bytes, nul),
      expected: 'UTF-8 text',
      note: isUtf16(bytes) ? 'The file looks like UTF-16: save it as UTF-8.' : 'Save the file as UTF-8 text.',
    });
    return undefined;
  }
  try {
    return decoder.decode(bytes);
  } catch {
    const at = firstInvalidByte(bytes);
    report(file, 'text-is-utf-8', {
      reason: `byte ${at + 1} (0x${(bytes[at] ?? 0).toString(16)}) is not UTF-8`,
      place: pointAt(bytes, at),
      expected: 'UTF-8 text',
      note: isUtf16(bytes)
        ? 'The file looks like UTF-16: save it as UTF-8.'
        : `Save the file as UTF-8. (In Windows-1252 this byte is "${new TextDecoder('windows-1252').decode(bytes.subarray(at, at + 1))}".)`,
    });
    return undefined;
  }
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** Bisects: a prefix that ends inside a sequence is fine in streaming mode, one with a wrong byte is not. */
function firstInvalidByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  // The byte that fails may be the one after a sequence that broke off: that one's first byte is to blame.
  while (good > 0 && !isWhole(bytes.subarray(0, good))) good--;
  return good;
}

function isWhole(bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function pointAt(bytes: Uint8Array, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let i = 0; i < offset; i++) {
    if (bytes[i] === 0x0a) {
      line++;
      start = i + 1;
    }
  }
  return { line, column: new TextDecoder().decode(bytes.subarray(start, offset)).length + 1 };
}
