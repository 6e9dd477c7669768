import { type Chapter, chapterParts, compareNumbers, type Entry } from '@octavo/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const chapter = (numbers: readonly string[]): Chapter => ({
  id: 'etl',
  title: 'ETL',
  entries: [...new Set(numbers)]
    .toSorted((a, b) => compareNumbers(a, b))
    .map((number) => ({ number }) as Entry),
});
const placesOf = (numbers: readonly string[]) =>
  new Map(
    chapterParts(chapter(numbers)).flatMap((part) => part.entries.map((entry) => [entry.number, part.id])),
  );

const number = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom('', 'A', 'B', '.1'))
  .map(([n, suffix]) => `${n}${suffix}`);
const numbers = fc.uniqueArray(number, { minLength: 51, maxLength: 200 });

test('every entry is in exactly one part, in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(number, { maxLength: 200 }), (all) => {
      const parts = chapterParts(chapter(all));
      expect(parts.flatMap((part) => part.entries)).toEqual(chapter(all).entries);
      expect(parts.map((part) => part.index)).toEqual(parts.map((_, at) => at + 1));
      expect(new Set(parts.map((part) => part.id)).size).toBe(parts.length);
      for (const part of parts) expect(part.count).toBe(parts.length);
    }),
  );
});

test('inserting an entry moves no other one, once the chapter is split', () => {
  fc.assert(
    fc.property(numbers, number, (all, added) => {
      const before = placesOf(all);
      const after = placesOf([...all, added]);
      for (const [entry, part] of before) expect(after.get(entry)).toBe(part);
    }),
  );
});

test('a chapter of up to 50 entries is one part with the chapter’s own id', () => {
  const fifty = Array.from({ length: 50 }, (_, at) => String(at * 7 + 1));
  expect(chapterParts(chapter(fifty)).map((part) => part.id)).toEqual(['etl']);
  expect(chapterParts(chapter([])).map((part) => part.id)).toEqual(['etl']);
});
