/** An encoding of two or four bytes a character, as `TextDecoder` or iconv names it. */
export type WideEncoding = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** How many bytes are examined when no mark states the encoding; a multiple of four. */
const SAMPLE = 64_000;

/** Byte order marks, the longer of two that begin alike first (The Unicode Standard, table 23-6). */
const MARKS: readonly (readonly [WideEncoding, readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Returns the encoding of a text with two or four bytes per character, from its byte order mark or from what
 * its bytes yield when they are read so. Such a text contains NUL bytes (in its spaces and line ends), while
 * text in UTF-8 contains hardly any. Returns undefined for everything else.
 */
export function wideEncoding(bytes: Uint8Array): WideEncoding | undefined {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  return marked ? marked[0] : unmarked(bytes.subarray(0, SAMPLE));
}

/**
 * The text of bytes in a wide encoding, without its byte order mark. What stands for no character becomes
 * U+FFFD. `TextDecoder` has no UTF-32.
 */
export function decodeWide(bytes: Uint8Array, encoding: WideEncoding): string {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new TextDecoder(encoding).decode(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, encoding === 'utf-32le');
    if (at === 0 && code === 0xfeff) continue;
    parts.push(isScalarValue(code) ? String.fromCodePoint(code) : '\uFFFD');
  }
  if (bytes.length % 4 > 0) parts.push('\uFFFD');
  return parts.join('');
}

function unmarked(sample: Uint8Array): WideEncoding | undefined {
  if (!sample.includes(0)) return undefined;
  const units = sample.subarray(0, sample.length & ~3);
  for (const encoding of ['utf-32le', 'utf-32be'] as const)
    if (badShare(decodeWide(units, encoding)) < 0.02) return encoding;
  // A stray NUL in UTF-8 is no reason to read the text otherwise.
  if (badShare(new TextDecoder().decode(sample)) < 0.04) return undefined;
  const readings = (['utf-16le', 'utf-16be'] as const).map((encoding) => {
    const text = decodeWide(sample.subarray(0, sample.length & ~1), encoding);
    return { encoding, text, separators: text.match(/[\t\n\r ]/g)?.length ?? 0 };
  });
  const [best] = readings.sort((a, b) => b.separators - a.separators);
  return best && best.separators > 0 && badShare(best.text) < 0.02 ? best.encoding : undefined;
}

/**
 * How much of a text cannot be text: wrong sequences, control characters, unassigned and private-use
 * characters.
 */
function badShare(text: string): number {
  const bad = text.match(/(?![\t\n\f\r])[\p{Cc}\p{Cn}\p{Co}\p{Cs}\uFFFD]/gu)?.length ?? 0;
  return text.length === 0 ? 1 : bad / text.length;
}

function isScalarValue(code: number): boolean {
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

/** What Windows-1252 has at 0x80 to 0x9F, as the WHATWG Encoding Standard maps it. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of bytes in Windows-1252. (`TextDecoder` of Node 20 takes that name for ISO-8859-1.) */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter);
}
