/** A regular expression for the numbers of as many digits that are not below one. */
export function atLeast(digits: string): string {
  const rest = (count: number): string => (count === 0 ? '' : count === 1 ? String.raw`\d` : `\\d{${count}}`);
  const above = [...digits].flatMap((digit, at) =>
    digit === '9' ? [] : [`${digits.slice(0, at)}[${Number(digit) + 1}-9]${rest(digits.length - at - 1)}`],
  );
  return `(?:${[digits, ...above].join('|')})`;
}
