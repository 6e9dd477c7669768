import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { bookFonts } from '../src/fonts/book-fonts.ts';
import { fontSet } from '../src/fonts/font-set.ts';
import { drawingOperators } from '../src/paint/draw-shapes.ts';
import { loadResvg } from '../src/picture/resvg.ts';
import { drawSvg } from '../src/picture/svg.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest } from './sample.ts';

beforeAll(loadResvg);

const words = 'This, שלום, سلام. 😀 ∑';
const book = handbookOf({ 'handbook.yaml': manifest(), 'one/1-a.md': entry('1', 'What?', words) });
const fonts = fontSet(bookFonts(readFonts(book), false));

const LETTERS =
  'a|ffi| |ש|לום|سلام|\u0650|12|(|)|!|\u0301|\u200f|\u202e|\u202c|😀|\u200d|1\ufe0f\u20e3|∑|\n|\u00ad|\ud83d';
const VALUES = '|0|1|-5|1e6|1e-9|abc|10 20 30|1em|50%|NaN|1e400';
const NAMES =
  'x|y|dx|dy|rotate|textLength|letter-spacing|font-size|stroke-dashoffset|stroke-dasharray|stroke-miterlimit|width|height';
const OTHERS =
  '|direction="rtl"|text-anchor="end"|text-anchor="middle"|clip-path="url(#c)"|clip-path="url(#d)"|xml:space="preserve"|transform="scale(0)"|transform="scale(1e3)"|lengthAdjust="spacingAndGlyphs"';

const oneOf = (list: string): fc.Arbitrary<string> => fc.constantFrom(...list.split('|'));
const text = fc.array(oneOf(LETTERS), { maxLength: 8 }).map((parts) => parts.join(''));
const attributes = fc
  .uniqueArray(fc.tuple(oneOf(NAMES), oneOf(VALUES)), { maxLength: 4, selector: ([name]) => name })
  .map((pairs) => pairs.map(([name, value]) => `${name}="${value}"`).join(' '));
const other = oneOf(OTHERS);

it('draws whatever is written, by operators that a reader can read', () => {
  const arbitrary = fc.tuple(text, text, attributes, attributes, attributes, other, other, other);
  fc.assert(
    fc.property(arbitrary, ([one, two, x, y, z, m, n, o]) => {
      const source = `<svg viewBox="0 0 100 100">
        <clipPath id="c"><text ${y}>${two}</text><rect ${z}/></clipPath>
        <clipPath id="d" clipPathUnits="objectBoundingBox"><path d="M0 0h1v1"/><path d="M0 0v1h1"/></clipPath>
        <g stroke="red" ${n}><text ${x} ${m}>${one}<tspan ${y} ${o}>${two}</tspan>${one}</text><rect ${z} ${m}/>
        <svg ${z}><path d="M0 0L9 9"/></svg></g></svg>`;
      const shapes = drawSvg(source, fonts)?.shapes ?? [];
      const drawing = { kind: 'drawing', x: 0, y: 0, width: 1, height: 1, shapes, content: 0 } as const;
      const operators = drawingOperators(drawing, {
        state: () => 'S',
        pattern: () => 'P',
        mask: () => 'M',
        image: () => 'I',
      });
      expect(operators).not.toMatch(/NaN|Infinity|undefined|\de[-+]?\d/);
      // A clip has a path.
      expect(operators).not.toMatch(/[qn] +W/);
    }),
  );
});
