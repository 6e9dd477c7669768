import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blackout } from '../src/redaction/blackout.ts';

const letters = (text: string) => text.replace(/<[^>]*>|&#?\w+;|\\[nrt]|[^\p{L}\p{N}]/gu, '').toLowerCase();
const between = fc.constantFrom(' ', '  ', '\n', '-', ' <em>', '</em> ', '&nbsp;', ' **', ', ', '\\n');
const around = fc.constantFrom('', 'Of ', ' said.', '<p>', '</p>', ' 12 ', '"');

test('words are taken out in any case, spacing and markup, and the tags stay', () => {
  fc.assert(
    fc.property(around, between, around, fc.boolean(), (before, gap, behind, loud) => {
      const text = `${before}Jane${gap}${loud ? 'DOE' : 'doe'}${behind}`;
      const left = blackout(['Jane Doe']).text(text);
      expect(letters(left)).toBe(letters(before + behind));
      expect(left).toContain('█████');
      expect(left.match(/<[^>]*>/g)).toEqual(text.match(/<[^>]*>/g));
    }),
  );
});

test('a value without the words is the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(blackout(['Jane Doe']).value(value)).toEqual(value);
      expect(blackout([]).value(value)).toBe(value);
    }),
  );
});

test('of words that begin like others none leaves its end', () => {
  expect(blackout(['Jane', 'Jane Doe', "O'Brien"]).text('Jane Doe and O’Brien, Jane.')).toBe(
    '█████ and █████, █████.',
  );
});
