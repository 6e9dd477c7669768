import type { VFile } from 'vfile';
import { report } from '../message/report.ts';
import { decodeWindows1252, wideEncoding } from './encoding.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * The text of a file: UTF-8, with or without a byte order mark.
 *
 * Reports `text-is-utf-8` (with the encoding that the bytes look like, or the byte's line) or
 * `text-has-no-nul` and returns undefined when the bytes are not text in UTF-8.
 */
export function decode(file: VFile): string | undefined {
  const bytes = typeof file.value === 'string' ? new TextEncoder().encode(file.value) : file.value;
  const nul = bytes.indexOf(0);
  if (nul < 0) {
    try {
      return decoder.decode(bytes);
    } catch {
      refuse(file, bytes);
      return undefined;
    }
  }
  if (wideEncoding(bytes)) refuse(file, bytes);
  else
    report(file, 'text-has-no-nul', {
      reason: `byte ${nul + 1} is NUL: this is not a text file`,
      place: pointAt(bytes, nul),
      expected: 'UTF-8 text',
      note: 'Save the file as UTF-8 text.',
    });
  return undefined;
}

function refuse(file: VFile, bytes: Uint8Array): void {
  const wide = wideEncoding(bytes);
  if (wide) {
    const name = wide.toUpperCase();
    report(file, 'text-is-utf-8', {
      reason: `the file is in ${name.replace(/LE$/, ' (little-endian)').replace(/BE$/, ' (big-endian)')}, not in UTF-8`,
      expected: 'UTF-8 text',
      note: `Save it as UTF-8, or convert it: ${iconv(name)}.`,
    });
    return;
  }
  const at = firstInvalidByte(bytes);
  report(file, 'text-is-utf-8', {
    reason: `byte ${at + 1} (0x${(bytes[at] ?? 0).toString(16)}) is not UTF-8`,
    place: pointAt(bytes, at),
    expected: 'UTF-8 text',
    note: otherwise(bytes, at),
  });
}

/** Says what a byte that is not UTF-8 may be, and how to repair it. */
function otherwise(bytes: Uint8Array, at: number): string {
  const [lead = 0, next = 0] = bytes.subarray(at);
  if (lead === 0xed && next >= 0xa0)
    return 'It begins half of a surrogate pair, which is no character: type that character again.';
  const name = /[\x80-\x9f]/.test(Buffer.from(bytes).toString('latin1'))
    ? 'Windows-1252'
    : 'ISO-8859-1 (Latin-1)';
  const letter = decodeWindows1252(bytes.subarray(at, at + 1));
  return `Save the file as UTF-8. In ${name}, which it may be in, this byte is "${letter}"; to convert it: ${iconv(name === 'Windows-1252' ? 'WINDOWS-1252' : 'ISO-8859-1')}.`;
}

function iconv(from: string): string {
  return `iconv -f ${from} -t UTF-8 <file> > <new file>`;
}

/**
 * Finds it by bisection: in streaming mode, a prefix that ends inside a sequence is accepted, and one with a
 * wrong byte is not.
 */
function firstInvalidByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  // The byte that fails may follow a truncated sequence, whose first byte is then the one to blame.
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
