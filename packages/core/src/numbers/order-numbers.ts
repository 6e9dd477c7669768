import type { NumberSystem } from './number-system.ts';
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
