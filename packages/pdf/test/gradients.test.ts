import { compile } from '@octavo/pdf';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { pathBounds } from '../src/display/bounds.ts';
import type { Shape } from '../src/display/display-list.ts';
import type { Gradient, GradientStop } from '../src/display/gradient.ts';
import { fontSet } from '../src/fonts/font-set.ts';
import { shading } from '../src/paint/shading.ts';
import { loadResvg } from '../src/picture/resvg.ts';
import { spreadStops } from '../src/picture/spread-stops.ts';
import { drawSvg } from '../src/picture/svg.ts';
import { bytesOf, objectsOf } from './open-pdf.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest } from './sample.ts';

beforeAll(loadResvg);

const STOPS = '<stop stop-color="red"/><stop offset="1" stop-color="blue"/>';
const BOX = '<rect x="10" y="20" width="100" height="50" fill="url(#g)"/>';

function drawn(defs: string, shapes = BOX): readonly Shape[] {
  const drawing = drawSvg(
    `<svg xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 200 100" width="400" height="200"><defs>${defs}</defs>${shapes}</svg>`,
    fontSet([]),
  );
  expect(drawing?.unsupported).toEqual([]);
  return drawing?.shapes ?? [];
}

function fillOf(defs: string, shapes = BOX): Gradient {
  const [shape] = drawn(defs, shapes);
  if (typeof shape?.fill !== 'object') throw new Error(`no gradient: ${JSON.stringify(shape)}`);
  return shape.fill;
}

function opacitiesOf(shape: Shape | undefined): readonly number[] {
  return typeof shape?.fill === 'object' ? shape.fill.stops.map(({ opacity }) => opacity) : [];
}

describe('a gradient in its place', () => {
  it('lies along the box of what it fills', () => {
    expect(fillOf(`<linearGradient id="g">${STOPS}</linearGradient>`)).toEqual({
      kind: 'linear',
      ends: [0, 0, 1, 0],
      matrix: [200, 0, 0, 100, 20, 40],
      stops: [
        { offset: 0, color: '#ff0000', opacity: 1 },
        { offset: 1, color: '#0000ff', opacity: 1 },
      ],
    });
  });

  it('lies in the picture, its percentages of the picture, its own transform first', () => {
    const own = 'gradientUnits="userSpaceOnUse" gradientTransform="translate(5 6)"';
    const linear = fillOf(`<linearGradient id="g" ${own} x1="10%" y2="50%">${STOPS}</linearGradient>`);
    expect(linear).toMatchObject({ ends: [20, 0, 200, 50], matrix: [2, 0, 0, 2, 10, 12] });
    const radial = fillOf(`<radialGradient id="g" ${own} r="10%" fx="90" fr="1">${STOPS}</radialGradient>`);
    expect(radial.ends.map((value) => Math.round(value * 1000) / 1000)).toEqual([90, 50, 1, 100, 50, 15.811]);
  });

  it('takes over what it does not say, and does not go round in circles', () => {
    const chain = [
      `<linearGradient id="g" href="#h" x2=".5"/>`,
      `<linearGradient id="h" xlink:href="#i" x1=".2" x2=".9" y2="1"/>`,
      `<radialGradient id="i" href="#g" r=".1" spreadMethod="reflect" gradientUnits="userSpaceOnUse">${STOPS}</radialGradient>`,
    ];
    const { ends, matrix, stops } = fillOf(chain.join(''));
    expect(matrix).toEqual([2, 0, 0, 2, 0, 0]);
    expect(stops.length).toBeGreaterThan(20);
    const [first = 0, last = 0] = [stops[0]?.offset, stops.at(-1)?.offset];
    expect(ends[2]).toBeCloseTo(0.2 + 0.3 * last, 9);
    expect(ends[0]).toBeCloseTo(0.2 + 0.3 * first, 9);
  });

  it('draws a focus in that lies outside', () => {
    const { ends } = fillOf(`<radialGradient id="g" fx="3" fy=".5">${STOPS}</radialGradient>`);
    expect(ends).toEqual([0.9995, 0.5, 0, 0.5, 0.5, 0.5]);
  });

  it.each([
    ['no stops', '<linearGradient id="g"/>', undefined],
    ['one stop', '<linearGradient id="g"><stop offset=".4" stop-color="#abc"/></linearGradient>', '#aabbcc'],
    ['ends in one place', `<linearGradient id="g" x2="0">${STOPS}</linearGradient>`, '#0000ff'],
    ['no radius', `<radialGradient id="g" r="0">${STOPS}</radialGradient>`, '#0000ff'],
    ['no area', `<linearGradient id="g" gradientTransform="scale(0)">${STOPS}</linearGradient>`, undefined],
    ['no gradient', '', undefined],
  ])('with %s is one colour or none', (_, defs, color) => {
    expect(drawn(defs).map(({ fill }) => fill)).toEqual(color ? [color] : []);
  });

  it('leaves a line without a height to the colour behind it', () => {
    const line = (stroke: string): string => `<path d="M0 5h90" stroke="${stroke}" stroke-width="3"/>`;
    const defs = `<linearGradient id="g">${STOPS}</linearGradient>`;
    expect(drawn(defs, line('url(#g)'))).toEqual([]);
    expect(drawn(defs, line('url(#g) teal')).map(({ stroke }) => stroke)).toEqual(['#008080']);
  });

  it('draws a pattern as pixels, and names it', () => {
    const pattern = '<pattern id="g" width="9" height="9"><rect width="5" height="5"/></pattern>';
    const drawing = drawSvg(`<svg>${pattern}${BOX}</svg>`, fontSet([]));
    expect(drawing).toMatchObject({
      shapes: [{ bitmap: expect.stringMatching(/^data:/) }],
      pixels: ['pattern'],
    });
  });

  it('covers by its stops: alike as the shape does, unlike as they say', () => {
    const stops = (one: string, two: string): string =>
      `<linearGradient id="g"><stop stop-color="${one}"/><stop offset="1" stop-color="${two}"/></linearGradient>`;
    const [alike] = drawn(stops('#ff000080', '#0000ff80'), BOX.replace('/>', ' opacity=".5"/>'));
    expect(alike?.opacity).toBeCloseTo(0.251, 3);
    expect(opacitiesOf(alike)).toEqual([1, 1]);
    const [unlike] = drawn(stops('red', 'transparent'));
    expect(unlike?.opacity).toBeUndefined();
    expect(opacitiesOf(unlike)).toEqual([1, 0]);
  });

  it('takes a stop in a colour that it does not know for black, and names it', () => {
    const stops = '<stop stop-color="var(--x)"/><stop offset="1" stop-color="hsl(120 100% 25%)"/>';
    const drawing = drawSvg(`<svg><linearGradient id="g">${stops}</linearGradient>${BOX}</svg>`, fontSet([]));
    expect(drawing?.unsupported).toEqual(['the color var(--x)']);
    expect(drawing?.shapes[0]?.fill).toMatchObject({
      stops: [
        { color: '#000000', opacity: 1 },
        { color: '#008000', opacity: 1 },
      ],
    });
  });

  it('fills and strokes one after the other, each as clear as it is', () => {
    const both = BOX.replace(
      '/>',
      ' stroke="green" stroke-width="4" fill-opacity=".5" stroke-opacity=".25"/>',
    );
    const shapes = drawn(`<linearGradient id="g">${STOPS}</linearGradient>`, both);
    expect(shapes.map(({ fill, stroke, opacity }) => [typeof fill, stroke, opacity])).toEqual([
      ['object', undefined, 0.5],
      ['undefined', '#008000', 0.25],
    ]);
  });
});

describe('bounds', () => {
  it('are those of the curve, not of its handles', () => {
    expect(pathBounds('M0 0C0 40 30 40 30 0Z')).toEqual({ left: 0, top: 0, right: 30, bottom: 30 });
    const circle = pathBounds('M0 5C0 -1.667 10 -1.667 10 5C10 11.667 0 11.667 0 5Z');
    for (const [side, value] of Object.entries({ left: 0, top: 0, right: 10, bottom: 10 }))
      expect(circle?.[side as 'left']).toBeCloseTo(value, 2);
    expect(pathBounds('')).toBeUndefined();
  });
});

const unit = fc.integer({ min: 0, max: 40 }).map((value) => value / 40);
const stopList = fc
  .array(fc.record({ at: unit, shade: fc.integer({ min: 0, max: 255 }), opacity: unit }), { maxLength: 4 })
  .map((inner): GradientStop[] =>
    [{ at: 0, shade: 7, opacity: 1 }, ...inner, { at: 1, shade: 200, opacity: 0 }]
      .sort((a, b) => a.at - b.at)
      .map(({ at, shade, opacity }) => ({ offset: at, color: shadeOf(shade), opacity })),
  );

function shadeOf(shade: number): string {
  return `#${shade.toString(16).padStart(2, '0').repeat(3)}`;
}

/** What a shading shows at an offset (ISO 32000-1, 8.7.4.5.3): shade and opacity. */
function shown(stops: readonly GradientStop[], at: number): readonly [number, number] {
  const shade = (stop: GradientStop): number => Number.parseInt(stop.color.slice(1, 3), 16);
  const next = stops.findIndex(({ offset }) => offset > at);
  const behind = stops[next === -1 ? stops.length - 1 : next] as GradientStop;
  const before = next <= 0 ? behind : (stops[next - 1] as GradientStop);
  const share = before === behind ? 0 : (at - before.offset) / (behind.offset - before.offset);
  const mix = (a: number, b: number): number => a + (b - a) * share;
  return [mix(shade(before), shade(behind)), mix(before.opacity, behind.opacity)];
}

describe('spreading', () => {
  it('shows at every offset what SVG says (SVG 2, 14.2.2)', () => {
    fc.assert(
      fc.property(
        stopList,
        fc.constantFrom('reflect' as const, 'repeat' as const),
        // Evenly: small numbers of fast-check's own are mostly at an edge.
        fc.integer({ min: -24000, max: 23999 }).map((step) => (step + 0.5) / 4000),
        (stops, spread, x) => {
          // Not where an edge may be.
          fc.pre(Math.abs(x * 40 - Math.round(x * 40)) > 0.01);
          const line = spreadStops(
            { kind: 'linear', spread, stops },
            [0, 0, 1, 0],
            [
              [-6, 0],
              [6, 1],
            ],
          );
          const turn = Math.floor(x);
          const folded = spread === 'reflect' && turn % 2 !== 0 ? 1 - (x - turn) : x - turn;
          const [shade, opacity] = shown(line.stops, x);
          expect(shade).toBeCloseTo(shown(stops, folded)[0], 6);
          expect(opacity).toBeCloseTo(shown(stops, folded)[1], 6);
          // Its ends are where its first and last stops are.
          expect(line.ends).toEqual([line.stops[0]?.offset, 0, line.stops.at(-1)?.offset, 0]);
        },
      ),
    );
  });

  it('reaches with its last circle every point, from a first one without a radius', () => {
    const away = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(away, away, unit, unit, stopList, (x, y, focus, first, stops) => {
        const ends = [focus * 0.4, 0, first * 0.5, 0, 0, 1];
        const made = spreadStops({ kind: 'radial', spread: 'repeat', stops }, ends, [[x, y]]);
        const [, , r1 = 0, cx = 0, cy = 0, r = 0] = made.ends;
        expect(Math.hypot(x - cx, y - cy)).toBeLessThanOrEqual(r + 1e-3);
        expect(r1).toBeCloseTo(0, 9);
        const offsets = made.stops.map(({ offset }) => offset);
        expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
      }),
    );
  });
});

describe('a shading', () => {
  it('stitches from stop to stop, an edge where two are at one place', () => {
    const stop = (offset: number, color: string, opacity = 1): GradientStop => ({ offset, color, opacity });
    const gradient: Gradient = {
      kind: 'radial',
      ends: [0, 0, 0, 1, 1, 2],
      matrix: [1, 0, 0, 1, 0, 0],
      stops: [stop(0, '#ff0000'), stop(1, '#00ff00', 0.5), stop(1, '#0000ff'), stop(4, '#ffffff', 0)],
    };
    const piece = (from: string, to: string): string =>
      `<</FunctionType 2/Domain[0 1]/N 1/C0[${from}]/C1[${to}]>>`;
    const stitched = (pieces: string): string =>
      `<</FunctionType 3/Domain[0 1]/Bounds[0.25]/Encode[0 1 0 1]/Functions[${pieces}]>>/Extend[true true]>>`;
    expect(shading(gradient, 'colors')).toBe(
      `<</ShadingType 3/ColorSpace/DeviceRGB/Coords[0 0 0 1 1 2]/Function${stitched(piece('1 0 0', '0 1 0') + piece('0 0 1', '1 1 1'))}`,
    );
    expect(shading(gradient, 'opacities')).toContain(stitched(piece('1', '0.5') + piece('1', '0')));
  });
});

describe('in a book', () => {
  const svg = (stops: string): Uint8Array =>
    new TextEncoder().encode(
      `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><linearGradient id="g">${stops}</linearGradient><rect width="90" height="60" fill="url(#g)"/><circle cx="40" cy="30" r="20" fill="url(#g)"/></svg>`,
    );
  const fading = svg('<stop stop-color="red"/><stop offset="1" stop-color="blue" stop-opacity=".2"/>');
  const handbook = handbookOf({
    'handbook.yaml': manifest(['one', 'two']),
    'assets/a.svg': fading,
    'one/1-a.md': entry(
      '1',
      'What is first?',
      '![A box](../assets/a.svg "Large")\n\nIn a line ![a box](../assets/a.svg).',
    ),
    'two/2-b.md': entry('2', 'What is second?', '![A box](../assets/a.svg)'),
  });
  const options = { fonts: readFonts(handbook), assets: new Map([['assets/a.svg', fading]]) };

  it('is written once, is warned of no more, and is the same out of a cache', async () => {
    const compiled = await compile(handbook, options);
    expect(compiled.messages).toEqual([]);
    const clean = await bytesOf(compiled);
    const objects = objectsOf(clean);
    // One shading of colours and one of opacities; a pattern for each shape; a mask for each shape and size.
    expect(objects.match(/\/ShadingType 2/g)).toHaveLength(2);
    expect(objects.match(/\/PatternType 2/g)).toHaveLength(6);
    expect(objects.match(/\/S\/Luminosity/g)).toHaveLength(4);
    const values = new Map<string, Uint8Array>();
    const cache = {
      get: async (key: string) => values.get(key),
      put: async (key: string, bytes: Uint8Array) => void values.set(key, bytes),
    };
    for (let round = 0; round < 2; round++)
      expect(Buffer.from(await bytesOf(await compile(handbook, { ...options, cache }))).equals(clean)).toBe(
        true,
      );
  });
});
