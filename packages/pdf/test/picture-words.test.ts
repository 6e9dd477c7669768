import { beforeAll, describe, expect, it } from 'vitest';
import { bookFonts } from '../src/fonts/book-fonts.ts';
import { fontSet } from '../src/fonts/font-set.ts';
import { loadResvg } from '../src/picture/resvg.ts';
import { drawSvg, type SvgDrawing } from '../src/picture/svg.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest } from './sample.ts';

beforeAll(loadResvg);

const book = handbookOf({
  'handbook.yaml': manifest(),
  'one/1-a.md': entry('1', 'What?', 'This, שלום, سلام.'),
});
const fonts = fontSet(bookFonts(readFonts(book), false));

function drawn(inner: string): SvgDrawing {
  const drawing = drawSvg(`<svg viewBox="0 0 400 200" width="400" height="200">${inner}</svg>`, fonts);
  expect(drawing?.missing).toEqual([]);
  if (!drawing) throw new Error('no picture');
  return drawing;
}

const round = (value: number): number => Math.round(value * 10) / 10;
/** Where each glyph begins. */
const starts = (inner: string): readonly number[] =>
  drawn(inner).shapes.map(({ matrix }) => round(matrix[4]));
const heights = (inner: string): readonly number[] =>
  drawn(inner).shapes.map(({ matrix }) => round(matrix[5]));
const outlines = (inner: string): readonly string[] => drawn(inner).shapes.map(({ d }) => d);
/** How wide words are: where the next would begin. */
const width = (words: string, attributes = ''): number =>
  (starts(`<text ${attributes}>${words}<tspan dx="1">|</tspan></text>`).at(-1) ?? 0) -
  (starts('<text dx="1">|</text>')[0] ?? 0);

describe('where words stand', () => {
  it('anchors a chunk as a whole, by what its first character says', () => {
    const [left = 0, , last = 0] = starts(
      '<text x="100" text-anchor="middle">a<tspan dx="8">b</tspan>c</text>',
    );
    const all = width('abc') + 8;
    expect(left).toBeCloseTo(100 - all / 2, 0);
    expect(last).toBeCloseTo(100 + all / 2 - width('c'), 0);
    expect(starts('<text x="100" text-anchor="end">a<tspan text-anchor="start">b</tspan></text>')).toEqual(
      starts('<text x="100" text-anchor="end">ab</text>'),
    );
    const two = starts(
      '<text x="100" text-anchor="end">ab<tspan x="200" text-anchor="start">cd</tspan></text>',
    );
    expect(two).toEqual([
      ...starts('<text x="100" text-anchor="end">ab</text>'),
      ...starts('<text x="200">cd</text>'),
    ]);
  });
  it('goes on where a chunk without an x of its own begins', () => {
    const inner = '<text x="100" text-anchor="middle">ab<tspan y="30">cd</tspan></text>';
    expect(heights(inner)).toEqual([0, 0, 30, 30]);
    expect(starts(inner)[2]).toBeCloseTo(100 + width('ab') - width('cd') / 2, 0);
  });
  it('takes a place from a list for each character', () => {
    const [, , c, d] = starts('<text x="10 30 60">abcd</text>');
    expect([c, d]).toEqual([60, expect.closeTo(60 + width('cd') - width('d'), 0)]);
    expect(starts('<text x="10 30 60">a<tspan x="90">b</tspan>c</text>')).toEqual([10, 90, 60]);
    expect(starts('<text x="10 30 60">a  <tspan>b</tspan></text>')).toEqual([10, 60]);
    expect(starts('<text x="10" dx="5 6">ab</text>')).toEqual([15, round(15 + width('a') + 6)]);
    expect(heights('<text y="10 20" dy="0 0 5">abc</text>')).toEqual([10, 20, 25]);
    expect(starts('<text x="10%">a</text>')).toEqual([40]);
    expect(heights('<text font-size="10" dy="1em">a<tspan font-size="20" dy="1em">b</tspan></text>')).toEqual(
      [10, 30],
    );
  });
  it('turns letters about their origins, the last turn for all that follow', () => {
    const { shapes } = drawn('<text x="10" y="20" rotate="0 90">abc</text>');
    expect(shapes.map(({ matrix }) => Math.round(matrix[1] * 1000))).toEqual([0, 16, 16]);
  });
  it('counts the spaces in front of another chunk, none at the end, and keeps them where it is told to', () => {
    const [a = 0] = starts('<text x="100" text-anchor="end">a <tspan x="10">b</tspan></text>');
    expect(a).toBeCloseTo(100 - width('a '), 0);
    expect(starts('<text x="100" text-anchor="end">a </text>')).toEqual(
      starts('<text x="100" text-anchor="end">a</text>'),
    );
    expect(width(' a  b', 'xml:space="preserve"')).toBeCloseTo(width('a b') + 2 * width('&#160;'), 0);
  });
  it('is as long as it is told to be', () => {
    const spaced = drawn('<text x="10" textLength="100">abc</text>').shapes;
    expect(spaced.map(({ matrix }) => round(matrix[4]))).toEqual([
      10,
      expect.any(Number),
      round(110 - width('c')),
    ]);
    const [wide] = drawn('<text x="10" textLength="100" lengthAdjust="spacingAndGlyphs">a</text>').shapes;
    expect((wide?.matrix[0] ?? 0) * -1).toBeCloseTo(((wide?.matrix[3] ?? 0) * 100) / width('a'), 2);
    expect(drawn('<text textLength="100">a<tspan x="10">b</tspan></text>').unsupported).toEqual([
      'textLength',
    ]);
  });
});

describe('how words are set', () => {
  it('kerns and makes ligatures, but not of letters that are spaced out', () => {
    expect(width('To')).toBeLessThan(width('T') + width('o') - 0.9);
    expect(outlines('<text font-family="serif">ffi</text>').length).toBeLessThan(3);
    expect(outlines('<text font-family="serif" letter-spacing="1">ffi</text>')).toHaveLength(3);
    expect(width('abc', 'letter-spacing=".5em"')).toBeCloseTo(width('abc') + 24, 0);
  });
  it('puts a mark on its letter', () => {
    const [letter, mark] = drawn('<text>x&#x301;<tspan>|</tspan></text>').shapes;
    expect(mark?.matrix[4]).toBeGreaterThan((letter?.matrix[4] ?? 0) - 8);
    expect(mark?.matrix[4]).toBeLessThan((letter?.matrix[4] ?? 0) + 8);
    expect(width('x&#x301;')).toBeCloseTo(width('x'), 1);
  });
  it('sets a mark that its font has no place for beside its letter', () => {
    expect(outlines('<text x="10" y="50">ש&#x301;</text>')).toHaveLength(2);
  });
  it('takes a weight by its number', () => {
    const bold = outlines('<text font-weight="bold">a</text>');
    expect(
      ['550', '600', '900', 'bolder'].map((weight) => outlines(`<text font-weight="${weight}">a</text>`)),
    ).toEqual([bold, bold, bold, bold]);
    expect(outlines('<text font-weight="500">a</text>')).toEqual(outlines('<text>a</text>'));
  });
  it('paints no words that have no colour', () => {
    expect(drawn('<text fill="none">a<tspan fill="red">b</tspan></text>').shapes).toHaveLength(1);
  });
});

describe('words from right to left', () => {
  it('stand in the order in which they are seen', () => {
    const [shin = ''] = outlines('<text>ש</text>');
    expect(outlines('<text>של a</text>').indexOf(shin)).toBe(1);
    expect(outlines('<text x="100" direction="rtl">של a</text>').indexOf(shin)).toBe(2);
    const open = outlines('<text>(</text>')[0] ?? '';
    expect(outlines('<text x="100" direction="rtl">(a)</text>')[0]).toBe(open);
    expect(outlines('<text>ש 12</text>').slice(0, 2)).toEqual(outlines('<text>12</text>'));
  });
  it('are joined where their letters join, also through spans', () => {
    const apart = outlines('<text x="10 40 70 100">سلام</text>');
    const joined = outlines('<text>سلام</text>');
    expect(joined.some((outline) => apart.includes(outline))).toBe(true);
    expect(joined).not.toEqual(apart.toReversed());
    expect(outlines('<text>سل<tspan fill="red">ام</tspan></text>')).toEqual(joined);
    expect(outlines('<text letter-spacing="5">سلام</text>')).toHaveLength(joined.length);
  });
  it('begin at the right', () => {
    const ends = (attributes: string): number => {
      const inner = `<text x="100" direction="rtl" ${attributes}>שלום</text>`;
      return (starts(inner)[0] ?? 0) + width('שלום');
    };
    expect(ends('')).toBeCloseTo(100, 0);
    expect(ends('text-anchor="middle"')).toBeCloseTo(100 + width('שלום') / 2, 0);
    expect(starts('<text x="100" direction="rtl" text-anchor="end">שלום</text>')[0]).toBe(100);
  });
});
