/** A label of a clause as all readings spell it: "1." is the sign of any numbered list. */
export function clauseSign(label: string): string {
  return /^\p{Nd}+\.$/u.test(label) ? label.slice(0, -1) : label;
}

/** What an anchor says of a clause's address: the letters and digits of its labels, `2-b` of `(2)(b)`. */
export function partOfAddress(address: string): string {
  const plain = address.normalize('NFKC').replace(/[^\p{L}\p{N}.]+/gu, '-');
  return plain.replace(/^-|-$/g, '');
}
