import { expect, it } from 'vitest';
import type { GlyphRow } from '../src/text/glyph-pen.ts';
import { readFromRight, readingOrder } from '../src/text/reading-order.ts';

it('undoes the order in which bidi sets the runs of a line', () => {
  expect(readingOrder([0, 0])).toEqual([0, 1]);
  // "he said " + three runs of Hebrew with a number in the middle + "."
  expect(readingOrder([0, 1, 2, 1, 0])).toEqual([0, 3, 2, 1, 4]);
  expect(readingOrder([2, 2, 1])).toEqual([2, 0, 1]);
  expect(readingOrder([])).toEqual([]);
});

const RUN: GlyphRow = {
  kind: 'glyphs',
  x: 10,
  y: 0,
  font: 'f',
  size: 10,
  color: '#000000',
  content: 0,
  glyphs: [1, 2, 3, 4],
  advances: [5, 5, 5, 5],
  naturals: [5, 5, 5, 5],
  xOffsets: [0, 0, 0, 0],
  yOffsets: [0, 0, 0, 0],
};

it('shows what is read from the right as one string for each height, the rightmost first', () => {
  expect(readFromRight([RUN])).toEqual([{ ...RUN, reversed: true }]);
  const parts = readFromRight([{ ...RUN, yOffsets: [0, 0, 3, 0] }]);
  expect(parts.map(({ x, glyphs }) => [x, glyphs])).toEqual([
    [25, [4]],
    [20, [3]],
    [10, [1, 2]],
  ]);
});

it('leaves a run whole that says its text itself', () => {
  expect(readFromRight([{ ...RUN, text: 'abc', yOffsets: [0, 1, 0, 0] }])).toHaveLength(1);
});
