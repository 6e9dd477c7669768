import { numberAtEnd, numberBehind } from '../numbers/free-number.ts';
import type { NumberSystem } from '../numbers/number-system.ts';
import { compareNumbers } from '../numbers/order-numbers.ts';
import { DECIMAL_NUMBERS } from '../numbers/presets.ts';
import { examplesOf } from '../numbers/say-pieces.ts';

/**
 * Gives out the numbers of a chapter: those that its entries have, then free ones behind them. `had` are the numbers
 * of each chapter in order. Undefined when there is none left.
 */
export function numbersFor(
  had: ReadonlyMap<string, readonly string[]>,
  system: NumberSystem = DECIMAL_NUMBERS,
): (chapter: string) => string | undefined {
  const queues = new Map([...had].map(([chapter, numbers]) => [chapter, [...numbers]]));
  const taken = new Set([...had.values()].flat());
  const last = new Map<string, string>();
  const free = (start: string | undefined): string | undefined => {
    if (start === undefined) return system[0] ? examplesOf(system[0])[0] : undefined;
    const isFree = (number: string) => !taken.has(number);
    const next = [...taken]
      .sort((a, b) => compareNumbers(a, b, system))
      .find((number) => compareNumbers(number, start, system) > 0);
    return next === undefined
      ? numberAtEnd(start, isFree, system)
      : (numberBehind(start, next, isFree, system) ?? free(next));
  };
  return (chapter) => {
    const number = queues.get(chapter)?.shift() ?? free(last.get(chapter) ?? [...last.values()].at(-1));
    if (number === undefined) return undefined;
    taken.add(number);
    last.set(chapter, number);
    return number;
  };
}
