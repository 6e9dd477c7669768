/** The form of an entry number: 601, 634A, 3.1.6. */
export const NUMBER_FORM: RegExp = /^[1-9]\d*(\.[1-9]\d*)*[A-Z]{0,2}$/;

/** Orders numbers part by part: 12 < 12A < 12B < 13; 3.1 < 3.1.6 < 3.2 < 3.10. Digits are compared as digits, however many. */
export function compareNumbers(a: string, b: string): number {
  const left = split(a);
  const right = split(b);
  for (let i = 0; i < Math.max(left.parts.length, right.parts.length); i++) {
    const order = shorterFirst(left.parts[i] ?? '', right.parts[i] ?? '');
    if (order !== 0) return order;
  }
  return shorterFirst(left.suffix, right.suffix);
}

/** The order of two runs of digits without leading zeros, or of two suffixes. */
function shorterFirst(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

function split(number: string): { parts: string[]; suffix: string } {
  const suffix = /[A-Z]*$/.exec(number)?.[0] ?? '';
  return { parts: number.slice(0, number.length - suffix.length).split('.'), suffix };
}
