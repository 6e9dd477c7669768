import { beforeAll, describe, expect, it } from 'vitest';
import type { Shape } from '../src/display/display-list.ts';
import { multiply } from '../src/display/matrix.ts';
import { bookFonts } from '../src/fonts/book-fonts.ts';
import { fontSet } from '../src/fonts/font-set.ts';
import { drawingOperators, type ShapeNames } from '../src/paint/draw-shapes.ts';
import { pathOperators } from '../src/paint/path.ts';
import { colorOpacity, parseColor } from '../src/picture/color.ts';
import { fontProperties, resolvedSize } from '../src/picture/css-font.ts';
import { loadResvg } from '../src/picture/resvg.ts';
import { drawSvg } from '../src/picture/svg.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest } from './sample.ts';

beforeAll(loadResvg);

const fonts = fontSet([]);
const book = handbookOf({ 'handbook.yaml': manifest(), 'one/1-a.md': entry('1', 'What?', 'This.') });
const lettered = fontSet(bookFonts(readFonts(book), false));

/** The operators for a picture. */
function painted(source: string): string {
  const { width = 0, height = 0, shapes = [] } = drawSvg(source, fonts) ?? {};
  const names: ShapeNames = { state: () => 'S', pattern: () => 'P', mask: () => 'M', image: () => 'I' };
  return drawingOperators({ kind: 'drawing', x: 0, y: 0, width, height, shapes, content: 0 }, names);
}

describe('the path of a picture', () => {
  const path = (d: string): string => /rg (.*) f Q/.exec(painted(`<svg><path d="${d}"/></svg>`))?.[1] ?? '';
  it('has relative, repeated and squeezed commands', () => {
    expect(path('M1 2l3,4-1-1h2V0z')).toBe('1 2 m 4 6 l 3 5 l 5 5 l 5 0 l h');
  });
  it('has curves for arcs whose flags are written together', () => {
    const [first, ...curves] = path('M9 9a5 5 0 0110 0').split(/(?<=[mc]) /);
    expect(first).toBe('9 9 m');
    expect(curves).toHaveLength(2);
    expect(curves.at(-1)).toMatch(/19 9 c$/);
  });
});

describe('drawSvg', () => {
  it('draws groups, rules, uses and transforms, and names what it leaves out', () => {
    const drawn = drawSvg(
      '<?xml version="1.0"?><svg viewBox="0 0 10 10" width="20" height="20"><style>.a{fill:#f00}</style><defs><rect id="r" width="2" height="3"/></defs><g transform="translate(1 1)"><use href="#r" class="a"/></g><circle r="2" filter="url(#b)"/><foreignObject/></svg>',
      fonts,
    );
    expect(drawn?.shapes.map((shape) => shape.fill)).toEqual(['#ff0000', '#000000']);
    expect(drawn?.shapes[0]?.matrix).toEqual([2, 0, 0, 2, 2, 2]);
    expect(drawn?.unsupported).toEqual(['filter', '<foreignObject>']);
  });
  it('keeps the space between words of two styles, and none at a place of its own', () => {
    const source = (inner: string): string => `<svg><text x="0" y="20">${inner}</text></svg>`;
    const starts = (inner: string): readonly (number | undefined)[] =>
      drawSvg(source(inner), lettered)?.shapes.map(({ matrix }) => Math.round(matrix[4] * 10) / 10) ?? [];
    const [, wide] = starts('a b');
    expect(starts('a <tspan>b</tspan>')).toEqual([0, wide]);
    expect(starts('a<tspan> b</tspan>')).toEqual([0, wide]);
    expect(starts('\n  a\n  <tspan>\n  b</tspan>\n')).toEqual([0, wide]);
    expect(starts('a<tspan>b</tspan>')).toEqual(starts('ab'));
    expect(starts('a <tspan x="50">b</tspan>')).toEqual([0, 50]);
  });
  it('paints what is clear as clear as it is, fill and stroke each for itself', () => {
    const shapesOf = (attributes: string): readonly unknown[][] =>
      drawSvg(`<svg><path d="M0 0h9v9z" ${attributes}/></svg>`, fonts)?.shapes.map((shape) => [
        shape.fill,
        shape.stroke,
        shape.opacity,
      ]) ?? [];
    expect(shapesOf('fill="rgba(0, 0, 0, 0.2)"')).toEqual([['#000000', undefined, 0.2]]);
    expect(shapesOf('fill="red" stroke="blue" stroke-opacity=".5"')).toEqual([
      ['#ff0000', undefined, undefined],
      [undefined, '#0000ff', 0.5],
    ]);
    expect(shapesOf('fill="red" stroke="blue" opacity=".5"')).toEqual([['#ff0000', '#0000ff', 0.5]]);
  });
  it('names a colour that it does not know', () => {
    const drawn = drawSvg('<svg><path d="M0 0h9v9z" fill="var(--x)"/></svg>', fonts);
    expect(drawn).toMatchObject({ shapes: [], unsupported: ['the color var(--x)'] });
  });
  it('cuts mitres off as SVG does, and dashes where the dashes begin', () => {
    const operators = (attributes: string): string =>
      painted(`<svg><g ${attributes}><path d="M0 0L9 0L0 1" fill="none" stroke="red"/></g></svg>`);
    expect(operators('')).toContain(' 4 M ');
    expect(operators('stroke-miterlimit="12"')).toContain(' 12 M ');
    expect(operators('stroke-miterlimit="0.5"')).toContain(' 1 M ');
    expect(operators('stroke-miterlimit="12" stroke-linejoin="round"')).not.toContain(' M ');
    expect(operators('stroke-dasharray="4 2" stroke-dashoffset="3"')).toContain('[4 2] 3 d');
    // PDF goes round an odd list twice too, but poppler does not heed the second round in a phase.
    expect(operators('stroke-dasharray="4,2,1"')).toContain('[4 2 1 4 2 1] 0 d');
    expect(operators('stroke-dasharray="4,2,1" stroke-dashoffset="9"')).toContain('[4 2 1 4 2 1] 9 d');
    expect(operators('stroke-dasharray="4,2,1" stroke-dashoffset="-1"')).toContain('[4 2 1 4 2 1] 13 d');
    expect(operators('stroke-dasharray="4 -2"')).not.toContain(' d ');
  });
  it('is exact to a thousandth of a point, whatever the matrix', () => {
    const tiny = '<path d="M0.12345678 0L1 0.98765432" stroke="red" stroke-width="0.0012346"/>';
    const operators = painted(`<svg viewBox="0 0 1 1" width="500" height="500">${tiny}</svg>`);
    expect(operators).toContain('500 0 0 500 0 0 cm');
    expect(operators).toContain('0.123457 0 m 1 0.987654 l');
    expect(operators).toContain('0.001235 w');
    const far = painted(
      '<svg viewBox="0 0 3e6 3e6" width="100" height="100"><rect width="3e6" height="1"/></svg>',
    );
    expect(far).toContain('0.00003333 0 0 0.00003333 0 0 cm');
    // What is not made larger is written as ever.
    const same = painted('<svg><path d="M0.12345678 0L1 0.98765432L9 9"/></svg>');
    expect(same).toContain('q 1 0 0 1 0 0 cm 0 0 0 rg 0.123 0 m 1 0.988 l 9 9 l f Q');
  });
  it('draws markers where there are some, with their own colours', () => {
    const marked = (inner: string): unknown =>
      drawSvg(
        `<svg viewBox="-9 -9 30 30"><marker id="m" overflow="visible"><path d="M0 0h2v2z" fill="teal"/></marker><g style="marker:url(#m)">${inner}</g></svg>`,
        fonts,
      )?.shapes.map(({ fill, stroke }) => fill ?? stroke);
    expect(marked('<path d="M0 0h9" stroke="red"/>')).toEqual(['#ff0000', '#008080', '#008080']);
    expect(marked('<rect width="9" height="9"/><path d="M0 0h9v9" marker-start="none"/>')).toEqual([
      '#000000',
      '#000000',
      '#008080',
      '#008080',
    ]);
  });
  it('draws nothing that is used without end', () => {
    const uses = Array.from(
      { length: 9 },
      (_, at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(9)}</g>`,
    );
    const drawn = drawSvg(`<svg><rect id="g0" width="1" height="1"/>${uses.join('')}</svg>`, fonts);
    expect(drawn?.unsupported).toEqual(['<use>']);
    expect(drawn?.shapes).toHaveLength(1);
  });
  it('refuses what is no SVG', () => {
    expect(drawSvg('not a picture', fonts)).toBeUndefined();
    expect(drawSvg('<html/>', fonts)).toBeUndefined();
  });
});

describe('the parts of SVG', () => {
  it.each([
    ['#abc', '#aabbcc', 1],
    ['rgb(1, 2, 3)', '#010203', 1],
    ['rgb(10%, 20%, 30%)', '#1a334d', 1],
    ['rgba(0 0 255 / 50%)', '#0000ff', 0.5],
    ['#ff000033', '#ff0000', 0.2],
    ['Tomato', '#ff6347', 1],
    ['lightgoldenrodyellow', '#fafad2', 1],
    ['hsl(210, 50%, 40%)', '#336699', 1],
    ['hsla(-150 50% 40% / .25)', '#336699', 0.25],
    ['none', undefined, 0],
    ['transparent', undefined, 0],
    ['nonsense', undefined, 0],
  ])('parses the colour %s', (source, color, opacity) => {
    expect(parseColor(source)).toBe(color);
    expect(colorOpacity(source)).toBe(opacity);
  });
  it('composes transforms from the left', () => {
    const moved = drawSvg('<svg><path d="M0 0h9v9z" transform="translate(1,2) scale(3)"/></svg>', fonts);
    expect(moved?.shapes[0]?.matrix).toEqual([3, 0, 0, 3, 1, 2]);
    expect(multiply([1, 0, 0, 1, 5, 5], [2, 0, 0, 2, 0, 0])).toEqual([2, 0, 0, 2, 5, 5]);
  });
});

describe('the frame of a picture', () => {
  const shapesOf = (
    inner: string,
    attributes = 'viewBox="0 0 20 10" width="20" height="10"',
  ): readonly Shape[] => drawSvg(`<svg ${attributes}>${inner}</svg>`, fonts)?.shapes ?? [];
  const clipsOf = (inner: string, attributes?: string): readonly unknown[] =>
    shapesOf(inner, attributes).map(({ clip = [] }) => clip.map(({ d, matrix }) => pathOperators(d, matrix)));
  const edges = '0 0 m 20 0 l 20 10 l 0 10 l h';

  it('cuts off what stands out, and nothing else', () => {
    expect(clipsOf('<rect width="20" height="10"/><rect x="15" width="6" height="9"/>')).toEqual([
      [],
      [edges],
    ]);
    expect(clipsOf('<path d="M1 1L19 9" fill="none" stroke="red"/>')).toEqual([[edges]]);
    expect(shapesOf('<rect x="20.1" width="6" height="9"/>')).toEqual([]);
    expect(clipsOf('<path d="M3 3L17 7" fill="none" stroke="red"/>')).toEqual([[]]);
  });
  it('is there in nested pictures and symbols too, unless they overflow', () => {
    const nested = (more: string): string =>
      `<svg x="2" y="1" width="10" height="5" viewBox="0 0 4 2" ${more}><rect width="5" height="2"/></svg>`;
    expect(clipsOf(nested(''))).toEqual([['2 1 m 12 1 l 12 6 l 2 6 l h']]);
    expect(clipsOf(nested('overflow="visible"'))).toEqual([[]]);
    const symbol = '<symbol id="s" viewBox="0 0 4 2"><rect width="5" height="2"/></symbol><use href="#s"/>';
    expect(clipsOf(symbol)).toEqual([[edges, edges]]);
  });
  it('fits its view as it is told to', () => {
    const matrixOf = (aspect: string): unknown =>
      shapesOf(
        '<rect width="5" height="5"/>',
        `viewBox="0 0 10 10" width="20" height="10" preserveAspectRatio="${aspect}"`,
      )[0]?.matrix;
    expect(matrixOf('none')).toEqual([2, 0, 0, 1, 0, 0]);
    expect(matrixOf('xMinYMid')).toEqual([1, 0, 0, 1, 0, 0]);
    expect(matrixOf('xMaxYMid meet')).toEqual([1, 0, 0, 1, 10, 0]);
    expect(matrixOf('xMidYMax slice')).toEqual([2, 0, 0, 2, 0, -10]);
  });
});

describe('the font of a picture', () => {
  it.each([
    ['italic 13px sans-serif', ['italic', 'normal', '13px', 'sans-serif']],
    ['bold 1.5em/1.2 "Source Serif 4", serif', ['normal', 'bold', '1.5em', '"Source Serif 4", serif']],
    ['italic 600 12px Arial', ['italic', '600', '12px', 'Arial']],
    ['large x', ['normal', 'normal', 'large', 'x']],
    ['inherit', []],
  ])('is read from %s', (font, values) => {
    expect(fontProperties(font).map(([, value]) => value)).toEqual(values);
  });
  it.each([
    ['1.5em', '30'],
    ['50%', '10'],
    ['2rem', '32'],
    ['larger', '24'],
    ['x-large', '24'],
    ['12px', '12px'],
  ])('has the size %s in one of 20', (size, resolved) => {
    expect(resolvedSize(size, 20)).toBe(resolved);
  });
});
