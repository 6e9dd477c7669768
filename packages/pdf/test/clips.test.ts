import { beforeAll, describe, expect, it } from 'vitest';
import type { Shape } from '../src/display/display-list.ts';
import { bookFonts } from '../src/fonts/book-fonts.ts';
import { fontSet } from '../src/fonts/font-set.ts';
import { drawingOperators } from '../src/paint/draw-shapes.ts';
import { pathOperators } from '../src/paint/path.ts';
import { loadResvg } from '../src/picture/resvg.ts';
import { scaledShape } from '../src/picture/scaled-shape.ts';
import { drawSvg, type SvgDrawing } from '../src/picture/svg.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest } from './sample.ts';

beforeAll(loadResvg);

const book = handbookOf({ 'handbook.yaml': manifest(), 'one/1-a.md': entry('1', 'What?', 'This.') });
const fonts = fontSet(bookFonts(readFonts(book), false));
const RED = '<rect id="r" x="10" y="20" width="30" height="40" fill="red" clip-path="url(#c)"/>';

function drawn(clip: string, rest = RED): SvgDrawing {
  const drawing = drawSvg(
    `<svg viewBox="0 0 100 100" width="200" height="200"><defs>${clip}</defs>${rest}</svg>`,
    fonts,
  );
  if (!drawing) throw new Error('no picture');
  return drawing;
}

/** What each shape is seen through, in points. */
function clipsOf({ shapes }: Pick<SvgDrawing, 'shapes'>): readonly (readonly string[])[] {
  return shapes.map(({ clip = [] }) =>
    clip.map(({ d, matrix, rule }) => `${rule ?? ''}${pathOperators(d, matrix)}`),
  );
}

describe('a clip', () => {
  it('lies in the picture, its own transform first', () => {
    const drawing = drawn(
      '<clipPath id="c" transform="translate(1 2)"><path d="M0 0h5v5z" clip-rule="evenodd"/></clipPath>',
    );
    expect(drawing.unsupported).toEqual([]);
    expect(clipsOf(drawing)).toEqual([['evenodd2 4 m 12 4 l 12 14 l h']]);
  });
  it('lies in the box of what is clipped, a group too', () => {
    const clip =
      '<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width=".5" height="1"/></clipPath>';
    expect(clipsOf(drawn(clip))).toEqual([['20 40 m 50 40 l 50 120 l 20 120 l h']]);
    const group =
      '<g clip-path="url(#c)"><rect width="10" height="10"/><rect x="30" width="10" height="10"/></g>';
    const half = ['0 0 m 40 0 l 40 20 l 0 20 l h'];
    expect(clipsOf(drawn(clip, group))).toEqual([half, half]);
  });
  it('is of all its shapes together, wherever they lie on each other', () => {
    const two = '<clipPath id="c"><rect width="20" height="20"/><path d="M10 10v20h20v-20z"/></clipPath>';
    const [[clip = ''] = []] = clipsOf(drawn(two));
    // The second has been turned round.
    expect(clip).toBe('0 0 m 40 0 l 40 40 l 0 40 l 0 0 l h 20 20 m 60 20 l 60 60 l 20 60 l 20 20 l h');
  });
  it('is within those around it, and within its own', () => {
    const clips = [
      '<clipPath id="a"><path d="M0 0h1v1z"/></clipPath>',
      '<clipPath id="b"><path d="M0 0h2v2z"/></clipPath>',
      '<clipPath id="c" clip-path="url(#b)"><path d="M0 0h3v3z" clip-path="url(#a)"/></clipPath>',
      '<clipPath id="d"><path d="M0 0h4v4z"/></clipPath>',
    ].join('');
    const [clip = []] = clipsOf(drawn(clips, `<g clip-path="url(#d)">${RED}</g>`));
    expect(clip.map((path) => /^0 0 m (\d) 0 l/.exec(path)?.[1])).toEqual(['8', '4', '2', '6']);
  });
  it('is made of words and of what is used, whatever their colours', () => {
    const clip =
      '<path id="p" d="M0 0h5v5z" fill="none"/><clipPath id="c"><text>No</text><use href="#p" x="5"/></clipPath>';
    const [[path = ''] = []] = clipsOf(drawn(clip));
    expect(path.match(/ m /g)?.length).toBeGreaterThan(2);
    expect(path).toContain('10 0 m 20 0 l 20 10 l');
  });
  it('hides all when it holds nothing, and nothing when it is none', () => {
    expect(drawn('<clipPath id="c"/>').shapes).toEqual([]);
    expect(drawn('<clipPath id="c"><rect width="5"/></clipPath>').shapes).toEqual([]);
    expect(clipsOf(drawn(''))).toEqual([[]]);
    expect(clipsOf(drawn('<mask id="c"/>'))).toEqual([[]]);
    const circle =
      '<clipPath id="c" clip-path="url(#c)"><path d="M0 0h5v5z" clip-path="url(#c)"/></clipPath>';
    expect(clipsOf(drawn(circle))).toEqual([['0 0 m 10 0 l 10 10 l h']]);
  });
  it('is named when it cannot be drawn', () => {
    const basic = drawn('', '<rect width="9" height="9" clip-path="circle(5px)"/>');
    expect(basic).toMatchObject({ shapes: [{}], unsupported: ['clip-path'] });
    const two =
      '<clipPath id="c"><rect width="5" height="5" clip-rule="evenodd"/><rect width="5" height="5"/></clipPath>';
    expect(drawn(two).unsupported).toEqual(['clip-path']);
  });
  it('is set once for all that follow each other, and grows with its shape', () => {
    const rest =
      '<g clip-path="url(#c)"><rect width="9" height="9"/><rect width="8" height="8"/></g><rect width="7" height="7"/>';
    const { shapes } = drawn('<clipPath id="c"><path d="M0 0h5v5z"/></clipPath>', rest);
    const operators = paint(shapes.map((shape) => scaledShape(shape, 3)));
    expect(operators.match(/W n/g)).toHaveLength(1);
    expect(operators).toMatch(/\nq 0 0 m 30 0 l 30 30 l h W n\nq .*\nq .*\nQ\nq .*\nQ$/);
  });
});

function paint(shapes: readonly Shape[]): string {
  const drawing = { kind: 'drawing', x: 0, y: 0, width: 9, height: 9, shapes, content: 0 } as const;
  return drawingOperators(drawing, {
    state: () => 'S',
    pattern: () => 'P',
    mask: () => 'M',
    image: () => 'I',
  });
}
