/** A decimal digit that is none of 0 to 9. */
const OTHER_DIGIT = /(?![0-9])\p{Nd}/u;

/** A text with 0 to 9 for the decimal digits of other scripts, and plain signs for full-width ones; as long as it was. */
export function plainSigns(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/(?![0-9])\p{Nd}/gu, (sign) =>
      sign.length > 1 ? sign : String(sign.charCodeAt(0) - zeroOf(sign.charCodeAt(0))),
    );
}

/** A number in the digits of a text. */
export function inDigitsOf(text: string, number: string): string {
  const [sign] = OTHER_DIGIT.exec(text) ?? [];
  if (sign === undefined || sign.length > 1) return number;
  const zero = zeroOf(sign.charCodeAt(0));
  return number.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
}

/** The zero of a digit's script: in Unicode ten digits stand in a row, from a place that ends in 0 or in 6. */
function zeroOf(code: number): number {
  const row = code & ~0xf;
  return /\p{Nd}/u.test(String.fromCharCode(row)) ? row : row + 6;
}
