/** An encoding of two or four bytes a character, as `TextDecoder` or iconv names it. */
export type WideEncoding = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** Bytes to judge an unmarked file by. */
const SAMPLE = 4096;

/**
 * The encoding of a text of two or four bytes a character: by its byte order mark, else by where its zero
 * bytes stand (a text in UTF-8 has none). Undefined for everything else.
 */
export function wideEncoding(bytes: Uint8Array): WideEncoding | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, SAMPLE) & ~3;
  if (length < 4) return undefined;
  const zeros = [0, 0, 0, 0];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 3] = (zeros[at & 3] ?? 0) + 1;
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros;
  const letters = length / 4;
  // No character is above U+10FFFF: its fourth byte is always zero, its third nearly always.
  if (fourth === letters && third > letters * 0.9 && first < letters * 0.1) return 'utf-32le';
  if (first === letters && second > letters * 0.9 && fourth < letters * 0.1) return 'utf-32be';
  const [even, odd] = [first + third, second + fourth];
  // Blanks and line ends are ASCII in every script; a letter whose low byte is zero is rare.
  if (odd >= Math.max(2, length / 200) && even * 8 <= odd && isUtf16(bytes, 'utf-16le')) return 'utf-16le';
  if (even >= Math.max(2, length / 200) && odd * 8 <= even && isUtf16(bytes, 'utf-16be')) return 'utf-16be';
  return undefined;
}

/** Whether bytes are text in UTF-16: no lone surrogate, no noncharacter, hardly a control character. */
function isUtf16(bytes: Uint8Array, name: 'utf-16le' | 'utf-16be'): boolean {
  if (bytes.length % 2 !== 0) return false;
  try {
    const text = new TextDecoder(name, { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
    return !/[\x00-\x08\x0e-\x1f\uFFFE\uFFFF]/.test(text);
  } catch {
    return false;
  }
}

/** The text of bytes in a wide encoding, without its byte order mark; what is no character becomes U+FFFD. */
export function decodeWide(bytes: Uint8Array, encoding: WideEncoding): string {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new TextDecoder(encoding).decode(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = encoding === 'utf-32le';
  const letters: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    letters.push(
      code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\uFFFD' : String.fromCodePoint(code),
    );
  }
  return `${letters.join('').replace(/^\uFEFF/, '')}${bytes.length % 4 === 0 ? '' : '\uFFFD'}`;
}

/** What Windows-1252 has at 0x80 to 0x9F, as the WHATWG Encoding Standard maps it. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of bytes in Windows-1252. (`TextDecoder` of Node 20 takes that name for ISO-8859-1.) */
export function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter);
}
