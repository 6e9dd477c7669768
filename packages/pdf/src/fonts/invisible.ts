/** Characters without a width that change how others are shaped, or nothing, are never drawn. */
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u;

/** Tells whether a character needs no glyph. */
export function isInvisible(codePoint: number): boolean {
  return INVISIBLE.test(String.fromCodePoint(codePoint));
}
