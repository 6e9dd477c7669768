import { numberKey } from './number-key.ts';

/** How else a link may spell a number: without its spaces (`§14a`), and as its key (`14a`). */
export function otherSpellings(number: string): readonly string[] {
  return [withoutSpaces(number), numberKey(number)];
}

/** A number or a name as a link in Markdown can say it: `§14a` for § 14a, `A1a1` for A1a1). */
export function linkSpelling(name: string): string {
  return isBalanced(name) ? withoutSpaces(name) : numberKey(name);
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** CommonMark 6.3: parentheses in a link's address stand in pairs. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const char of text) {
    if (char === '(') open++;
    if (char === ')' && --open < 0) return false;
  }
  return open === 0;
}
