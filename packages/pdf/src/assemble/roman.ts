const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number in small roman letters. */
export function roman(value: number): string {
  let rest = value;
  let result = '';
  for (const [unit, letters] of ROMAN) {
    while (rest >= unit) {
      result += letters;
      rest -= unit;
    }
  }
  return result;
}
