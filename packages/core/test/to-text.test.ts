import { toText } from '@octavo/core';
import { expect, test } from 'vitest';
import { answerOf } from './sample.ts';

test.each([
  ['One *two* **three** ~~four~~ `five`.', 'One two three four five.'],
  ['a\\\nb', 'a\nb'],
  ['[text](#2) [](#2) <https://example.org/>', 'text 2. Why 2? https://example.org/'],
  ['a[^1]\n\n[^1]: note', 'a'],
  ['# Title\n\nText.', 'Title\nText.'],
  ['- a\n- b\n\n  c', 'a\nb\nc'],
  ['1. open\n2. choose', '1. open\n2. choose'],
  ['4. open\n\n   Wait.\n5. choose', '4. open\nWait.\n5. choose'],
  ['0) zero\n1) one', '0. zero\n1. one'],
  ['- a\n  1. b\n     1. c\n  2. d', 'a\n1. b\n1. c\n2. d'],
  ['1. ```\n   x\n   ```\n2. [x] done\n3.\n4. - a', '1. x\n2. done\n3.\n4. a'],
  ['> 7. quoted', '7. quoted'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'a\tb\n1\t2'],
  ['```js\nx\n\ny\n```', 'x\n\ny'],
  ['$x^2$\n\n$$\ny\n$$', 'x^2\ny'],
  ['> quote\n\n***\n\nafter', 'quote\n\nafter'],
  [':::note[Title]\ntext\n:::', 'Title\ntext'],
  ['<details><summary>More</summary>\n\ntext\n\n</details>', 'More\ntext'],
  ['H<sub>2</sub>O <kbd>K</kbd> <abbr title="x">y</abbr> :span[日本]{lang=ja}', 'H2O K y 日本'],
])('%j reads as %j', (markdown, text) => {
  expect(toText(answerOf(markdown).answer)).toBe(text);
});
