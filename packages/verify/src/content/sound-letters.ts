/** Letters, digits and their marks in one case: what remains of a text without all punctuation and markup. */
export function soundLetters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}|[^\p{L}\p{M}\p{N}]/gu, '')
    .toLowerCase();
}
