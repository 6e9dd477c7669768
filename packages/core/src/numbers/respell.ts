import { numberKey } from './number-key.ts';
import type { NumberSystem } from './number-system.ts';
import { isNumber } from './order-numbers.ts';

/** The number of a grammar that has the address of a number of another one: § 14a for 14A. Undefined when there is none. */
export function respelt(number: string, system: NumberSystem): string | undefined {
  const key = numberKey(number);
  const spellings = [number, key, key.toLowerCase(), key.toUpperCase()];
  return system
    .flatMap((form) => {
      const [first, last] = [form[0], form.at(-1)];
      const before = first?.kind === 'text' ? first.text : '';
      const behind = last?.kind === 'text' ? last.text : '';
      return spellings.flatMap((spelling) => [spelling, before + spelling + behind]);
    })
    .find(
      (spelling) => isNumber(spelling, system) && numberKey(spelling).toLowerCase() === key.toLowerCase(),
    );
}
