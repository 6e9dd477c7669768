import { expect, it } from 'vitest';
import { visualOrder } from '../src/bidi.ts';
import type { ShapedWord, WordGlyph } from '../src/fonts/shaped-word.ts';
import { glyphRegistry } from '../src/text/glyph-registry.ts';
import { showPen } from '../src/text/show-pen.ts';

it('orders the parts of a line as bidi has them stand', () => {
  expect(visualOrder([0, 0])).toEqual([0, 1]);
  // "he said " + three runs of Hebrew with a number in the middle + "."
  expect(visualOrder([0, 1, 2, 1, 0])).toEqual([0, 3, 2, 1, 4]);
  expect(visualOrder([2, 2, 1])).toEqual([2, 0, 1]);
  expect(visualOrder([])).toEqual([]);
});

const glyph = (id: number, more: Partial<WordGlyph> = {}): WordGlyph => {
  const text = String.fromCodePoint(0x5d0 + id);
  return { id, text, letter: text, cluster: 9 - id, x: id - 1, rise: 0, advance: 1, ...more };
};

const shown = (glyphs: readonly WordGlyph[], show?: string) => {
  const word: ShapedWord = {
    text: '',
    says: '',
    glyphs,
    width: glyphs.length,
    edges: [],
    show,
    drawn: glyphs.length,
    isSqueezed: false,
    isCovered: true,
    shown: { by: undefined, show: undefined },
  };
  const pen = showPen(
    glyphRegistry(),
    { key: 'f', spareCode: 100 },
    { style: { size: 10, color: '#000000' }, content: 0 },
    0,
    true,
  );
  pen.word(word, 10);
  return pen.runs();
};

it('shows what is read from the right as one string for each height, the rightmost first', () => {
  const four = [1, 2, 3, 4].map((id) => glyph(id));
  expect(shown(four, '0001000200030004')).toMatchObject([{ x: 10, width: 40, reversed: true }]);
  const raised = shown([glyph(1), glyph(2), glyph(3, { rise: 0.3 }), glyph(4)]);
  expect(raised.map(({ x, show }) => [x, show])).toEqual([
    [40, '[<0004>] TJ'],
    [30, '3 Ts [<0003>] TJ 0 Ts'],
    [10, '[<00010002>] TJ'],
  ]);
});

it('leaves a letter and its marks whole, which say their text themselves', () => {
  const marked = [glyph(1, { cluster: 3, letter: 'ab' }), glyph(2, { cluster: 3, letter: 'ab', rise: 0.1 })];
  expect(shown(marked)).toMatchObject([{ text: 'ab', show: '[<0001>] TJ 1 Ts [<0002>] TJ 0 Ts' }]);
});
