/** The form of an entry number: 601, 634A, 3.1.6. */
export const NUMBER_FORM: RegExp = /^[1-9]\d*(\.[1-9]\d*)*[A-Z]{0,2}$/;

/** Orders numbers part by part: 12 < 12A < 12B < 13; 3.1 < 3.1.6 < 3.2 < 3.10. */
export function compareNumbers(a: string, b: string): number {
  const left = split(a);
  const right = split(b);
  for (let i = 0; i < Math.max(left.parts.length, right.parts.length); i++) {
    const difference = (left.parts[i] ?? 0) - (right.parts[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.suffix.length - right.suffix.length || (left.suffix < right.suffix ? -1 : left.suffix > right.suffix ? 1 : 0);
}

function split(number: string): { parts: number[]; suffix: string } {
  const suffix = /[A-Z]*$/.exec(number)?.[0] ?? '';
  return { parts: number.slice(0, number.length - suffix.length).split('.').map(Number), suffix };
}
