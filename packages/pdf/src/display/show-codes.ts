/** Writes a code as operators show it, in four hexadecimal digits. */
export function shownCode(code: number): string {
  CODES[code] ??= code.toString(16).padStart(4, '0');
  return CODES[code] ?? '';
}

const CODES: string[] = [];

/**
 * Replaces the codes in `show` by those that `codeOf` returns. `show` is the operators of a `GlyphRun`, or what stands
 * inside a string of theirs: `00120013>-12<0014`.
 */
export function recoded(show: string, codeOf: (code: number, index: number) => number): string {
  let index = 0;
  const strings = (text: string): string =>
    text.replace(/[0-9a-f]{4}/g, (digits) => shownCode(codeOf(Number.parseInt(digits, 16), index++)));
  // Numbers stand between the strings, and nothing but codes within them.
  const isWhole = show.startsWith('[') || show.includes(' ');
  if (isWhole) return show.replace(/<[^>]*>/g, strings);
  return show
    .split(/(>[^<]*<)/)
    .map((part, at) => (at % 2 === 0 ? strings(part) : part))
    .join('');
}

/** Returns the codes that operators show, in their order. */
export function codesIn(show: string): number[] {
  const codes: number[] = [];
  recoded(show, (code) => {
    codes.push(code);
    return code;
  });
  return codes;
}
