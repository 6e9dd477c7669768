import { expect, test } from 'vitest';
import { nearestWords } from '../src/compare/findings.ts';

test.each([
  [
    'one two three four five six seven',
    'one two three four FIVE six seven',
    'one two three four five six seven',
    'one two three four FIVE six seven',
  ],
  ['a b c d e f g h i j k l', 'a b c d e f g i j k l', '… d e f g h i j k l', '… d e f g i j k l'],
  ['the same', '', 'the same', ''],
  ['だしは和食の土台である。', 'だしは洋食の土台である。', 'だしは和食の土台 …', 'だしは洋食の土台 …'],
])('of “%s” and “%s”', (expected, found, wanted, is) => {
  expect(nearestWords(expected, found)).toEqual([wanted, is]);
});

test('shows no more than a few words of texts that have nothing in common', () => {
  const words = (word: string) => Array.from({ length: 500 }, (_, at) => `${word}${at}`).join(' ');
  const [expected, found] = nearestWords(words('a'), words('b'));
  expect(expected).toMatch(/^a0 a1 .* …$/);
  expect(found.split(' ').length).toBeLessThan(40);
});
