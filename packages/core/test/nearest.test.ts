import { nearest } from '@octavo/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const NUMBERS = Array.from({ length: 100 }, (_, at) => String(601 + at));

test.each<[string, readonly string[], string | undefined]>([
  ['6l8', NUMBERS, '618'],
  ['6O8', NUMBERS, '608'],
  ['titel', ['subtitle', 'title', 'id'], 'title'],
  ['qestion', ['question', 'questions'], 'question'],
  ['idempotncy', ['idempotency', 'dependency'], 'idempotency'],
  ['Idempotency', ['idempotency'], 'idempotency'],
  ['540', NUMBERS, '640'],
  ['2222', NUMBERS, undefined],
  ['x', ['y', 'id'], undefined],
  ['colour', ['number', 'status', 'related'], undefined],
  ['', ['a'], undefined],
])('%j', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

test('a candidate is its own nearest, whatever stands around it', () => {
  const word = fc.stringMatching(/^[a-z]{3,12}$/);
  fc.assert(
    fc.property(word, fc.array(word), fc.array(word), (wanted, before, after) => {
      expect(nearest(wanted, [...before, wanted, ...after])).toBe(wanted);
    }),
  );
});
