import { wideEncoding } from '@octavo/core/read';
import { analyse } from 'chardet';

/** Bytes to look at when an encoding has to be guessed. */
const SAMPLE = 200_000;

/** The encoding of bytes: by their mark, as Unicode when they are, else the likeliest. */
export function encodingOf(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  return wideEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : guess(bytes));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A few wrong bytes in a long UTF-8 file do not make it Latin-1. */
function guess(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE));
  const wrong = count(text, '\uFFFD');
  const right = (text.match(/[\u0080-\uFFFC]/g) ?? []).length;
  if (right > wrong) return 'utf-8';
  const best = analyse(bytes.subarray(0, SAMPLE)).find(
    ({ name }) => !/^utf-8$/i.test(name) && isEncoding(name),
  );
  const name = best && best.confidence >= 30 ? best.name.toLowerCase() : 'windows-1252';
  return name === 'iso-8859-1' || name === 'ascii' ? 'windows-1252' : name;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** UTF-32 has no place in the Encoding Standard, and in no `TextDecoder`. */
export function isUtf32(name: string): name is 'utf-32le' | 'utf-32be' {
  return name === 'utf-32le' || name === 'utf-32be';
}

/** Whether an encoding by this name can be read. */
export function isEncoding(name: string): boolean {
  if (isUtf32(name)) return true;
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}
