/** Zero-width characters that change shaping or nothing, and are never drawn. */
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u;

/** Whether a character needs no glyph. */
export function isInvisible(codePoint: number): boolean {
  return INVISIBLE.test(String.fromCodePoint(codePoint));
}
