const DIGITS: readonly (readonly [letters: string, value: number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** 1 to 3999 in capital letters. */
export function toRoman(value: number): string {
  let rest = value;
  return DIGITS.map(([letters, worth]) => {
    const times = Math.floor(rest / worth);
    rest -= times * worth;
    return letters.repeat(times);
  }).join('');
}

/** The value of a Roman numeral in capital letters, as it is written today (IV, not IIII); undefined for anything else. */
export function fromRoman(letters: string): number | undefined {
  let rest = letters;
  let value = 0;
  for (const [digit, worth] of DIGITS)
    for (; rest.startsWith(digit); rest = rest.slice(digit.length)) value += worth;
  return rest === '' && value > 0 && value < 4000 && toRoman(value) === letters ? value : undefined;
}
