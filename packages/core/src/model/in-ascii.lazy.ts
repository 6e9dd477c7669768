import anyAscii from 'any-ascii';

/** Writes a text in letters of ASCII. */
export function inAscii(text: string): string {
  return anyAscii(text);
}
