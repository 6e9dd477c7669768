/** Tells the code that shows a glyph with what it stands for. */
export interface MeaningCodes {
  readonly codeOf: (glyph: number, text: string) => number;
  readonly glyphOf: (code: number) => number;
}

/**
 * The codes of a font of so many glyphs. A glyph's code is its id where it is the font's own glyph of the character
 * it stands for. Where it stands for another text (a small capital, half of a conjunct, a vowel before its
 * consonant), it has one code of several, so that each has a text of its own in the font's ToUnicode. The code
 * depends on glyph and text alone, never on the page. A font of `outlines` that lead from code to glyph themselves (CFF)
 * has the glyphs' ids alone.
 */
export function meaningCodes(
  glyphs: number,
  isCff: boolean,
  nominal: (codePoint: number) => number | undefined,
): MeaningCodes {
  const sets = isCff || glyphs === 0 ? 0 : Math.floor(0x10000 / glyphs) - 1;
  return {
    codeOf(glyph, text) {
      const code = text.codePointAt(0) ?? 0;
      if (sets < 1 || (nominal(code) === glyph && text === String.fromCodePoint(code))) return glyph;
      let sum = 0;
      for (const letter of text) sum = (sum * 33 + (letter.codePointAt(0) ?? 0)) % 0x10000;
      return glyph + glyphs * (1 + (sum % sets));
    },
    glyphOf: (code) => (sets < 1 ? code : code % glyphs),
  };
}

const CODES: string[] = [];

/** A code as operators show it, of four hexadecimal digits. */
export function glyphCode(code: number): string {
  CODES[code] ??= code.toString(16).padStart(4, '0');
  return CODES[code] ?? '';
}
