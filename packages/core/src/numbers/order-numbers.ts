import type { DeclaredNumbers, NumberItem, NumberSystem } from './number-system.ts';
import { DECIMAL_NUMBERS } from './presets.ts';
import { readNumber } from './read-number.ts';

const orders = new WeakMap<NumberSystem, Map<string, string>>();

/**
 * Orders two numbers of a grammar: negative when `a` stands before `b`, 0 only for one and the same number.
 * What is no number of the grammar stands behind all numbers.
 */
export function compareNumbers(a: string, b: string, system: NumberSystem = DECIMAL_NUMBERS): number {
  if (a === b) return 0;
  const left = orderOf(system, a);
  const right = orderOf(system, b);
  if (left !== right) return left < right ? -1 : 1;
  return a < b ? -1 : 1;
}

/** Whether a text is a number of a grammar. */
export function isNumber(text: string, system: NumberSystem = DECIMAL_NUMBERS): boolean {
  return orderOf(system, text) !== NO_NUMBER;
}

/** Whether a text is a number of a grammar but for its spaces: `§14a`. */
export function readsAsNumber(text: string, system: NumberSystem): boolean {
  const bare = (item: NumberItem): NumberItem =>
    item.kind === 'text'
      ? { ...item, text: item.text.replace(/\s+/gu, '') }
      : item.kind === 'words'
        ? { ...item, words: item.words.map((word) => word.replace(/\s+/gu, '')) }
        : item.kind === 'maybe' || item.kind === 'repeat'
          ? { ...item, items: item.items.map(bare) }
          : item;
  return readNumber(
    system.map((form) => form.map(bare)),
    text.replace(/\s+/gu, ''),
  ).fits;
}

/** Whether a number is another one, or stands below it: 700A, 700.1 and 700 are within 700, and 7001 is not. */
export function isWithin(number: string, upper: string, system: NumberSystem = DECIMAL_NUMBERS): boolean {
  return isNumber(number, system) && orderOf(system, number).startsWith(orderOf(system, upper));
}

/** Whether a text is a number of the book, or one of a grammar that it had in an earlier release. */
export function isNumberEver(text: string, { numbers, formerNumbers = [] }: DeclaredNumbers): boolean {
  return isNumber(text, numbers) || formerNumbers.some((former) => isNumber(text, former));
}

const NO_NUMBER = '\uffff';

function orderOf(system: NumberSystem, number: string): string {
  const known = orders.get(system) ?? new Map<string, string>();
  orders.set(system, known);
  const order = known.get(number);
  if (order !== undefined) return order;
  const reading = readNumber(system, number);
  const found = reading.fits ? reading.order : NO_NUMBER;
  known.set(number, found);
  return found;
}
