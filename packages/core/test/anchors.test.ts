import { clauseKey } from '@octavo/core';
import { entryAnchor, headingAnchor } from '@octavo/core/say';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** Numbers and names of parts that are made of the same few signs, so that they are often alike. */
const number = fc.stringMatching(/^[1a](?:[-.]?[1a]){0,3}$/);
const part = fc.stringMatching(/^[1a](?:-?[1a]){0,3}$/);

test('no two entries, parts, or an entry and a part, have one anchor', () => {
  const place = fc.tuple(number, fc.option(part, { nil: undefined }));
  const anchorOf = ([own, name]: readonly [string, string | undefined]): string =>
    name === undefined ? entryAnchor(own) : headingAnchor(own, name);
  fc.assert(
    fc.property(place, place, (one, other) => {
      expect(anchorOf(one) === anchorOf(other)).toBe(one.join(' ') === other.join(' '));
    }),
    { numRuns: 5000 },
  );
  expect(clauseKey('(1.1)(1)')).not.toBe(clauseKey('(1.1.1)'));
  expect([entryAnchor('12-3'), headingAnchor('12', '3')]).toEqual(['q12--3', 'q12-3']);
});
