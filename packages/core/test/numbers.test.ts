import { compareNumbers, isNumber } from '@octavo/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const part = fc.oneof(
  fc.integer({ min: 1, max: 120 }).map(String),
  fc.bigInt({ min: 1n, max: 10n ** 30n }).map(String),
);
const number = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.stringMatching(/^[A-Z]{0,2}$/))
  .map(([parts, suffix]) => parts.join('.') + suffix);

test('every number made of parts and a suffix has the form of a number', () => {
  fc.assert(
    fc.property(
      number.filter((a) => a.length <= 60),
      (a) => isNumber(a),
    ),
  );
});

test('the order is total: reflexive, antisymmetric, transitive, and equal for equal numbers alone', () => {
  fc.assert(
    fc.property(number, number, number, (a, b, c) => {
      const order = (x: string, y: string) => Math.sign(compareNumbers(x, y));
      expect(order(a, a)).toBe(0);
      expect(order(a, b) + order(b, a)).toBe(0);
      expect(order(a, b) === 0).toBe(a === b);
      if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 2000 },
  );
});

test('numbers stand part by part, as a reader counts', () => {
  const ordered = [
    '1',
    '2',
    '3',
    '3.1',
    '3.1.6',
    '3.2',
    '3.10',
    '9',
    '10',
    '12',
    '12A',
    '12B',
    '12Z',
    '12AA',
    '12.1',
    '13',
    '601',
    '634',
    '634A',
    '635',
    '9007199254740992',
    '9007199254740993',
  ];
  const shuffled = ordered.toSorted((a, b) => (a.length % 3) - (b.length % 3) || (a < b ? 1 : -1));
  expect(shuffled.toSorted((a, b) => compareNumbers(a, b))).toEqual(ordered);
});

test.each(['0', '01', '1.0', '1.', '.1', '1a', '1ABC', '-1', '1 A', 'A1', '', '1\n', '１'])(
  '%j is no number',
  (written) => {
    expect(isNumber(written)).toBe(false);
  },
);
