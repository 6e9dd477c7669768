/** Letters, digits and the marks on them in one case: what is left when all punctuation and markup is taken away. */
export function soundLetters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}|[^\p{L}\p{M}\p{N}]/gu, '')
    .toLowerCase();
}
