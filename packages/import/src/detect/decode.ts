import { analyse } from 'chardet';
import type { Finding } from '../model/finding.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly findings: readonly Finding[];
}

/** Bytes to look at when an encoding has to be guessed. */
const SAMPLE = 200_000;

/**
 * The text of a file: by byte order mark, as UTF-8, or in the encoding that its bytes look like (or that
 * `given` names). Line ends become `\n`, NULs go; everything but plain UTF-8 is said.
 */
export function decode(path: string, bytes: Uint8Array, given?: string): Decoded {
  const findings: Finding[] = [];
  const tell = (severity: Finding['severity'], reason: string, note?: string) =>
    findings.push({
      kind: 'encoding',
      severity,
      place: { path, line: 1 },
      reason,
      ...(note ? { note } : {}),
    });
  const encoding = given ?? encodingOf(bytes);
  let text = decoderFor(encoding).decode(bytes);
  if (given === undefined && encoding !== 'utf-8')
    tell(
      encoding.startsWith('utf') ? 'info' : 'warning',
      `the file is read as ${encoding}`,
      encoding.startsWith('utf') ? undefined : 'Give --encoding if letters look wrong.',
    );
  const invalid = count(text, '\uFFFD');
  if (invalid > 0) {
    tell(
      'warning',
      `${invalid} bytes or characters mean nothing in ${encoding}; they became "?"`,
      'Give --encoding if it is another one.',
    );
    text = text.replaceAll('\uFFFD', '?');
  }
  const nuls = count(text, '\0');
  if (nuls > 0) {
    tell('warning', `${nuls} NUL characters were left out`);
    text = text.replaceAll('\0', '');
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  const controls = text.match(/[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f]/g)?.length ?? 0;
  if (controls > 0) {
    tell('warning', `${controls} control characters became spaces`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the same
    text = text.replace(/[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f]/g, ' ');
  }
  return { text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), encoding, findings };
}

/** Whether `TextDecoder` knows an encoding by this name. */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

function decoderFor(encoding: string): InstanceType<typeof TextDecoder> {
  return new TextDecoder(isEncoding(encoding) ? encoding : 'windows-1252');
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const wide = wideWithoutMark(bytes);
  if (wide) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  return guess(bytes);
}

/** UTF-16 without a mark: every second byte of Latin text is NUL. */
function wideWithoutMark(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 2000) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return undefined;
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
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}
