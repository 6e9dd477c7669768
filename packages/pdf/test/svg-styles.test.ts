import { beforeAll, expect, it } from 'vitest';
import { pathBounds } from '../src/display/bounds.ts';
import { fontSet } from '../src/fonts/font-set.ts';
import { loadResvg } from '../src/picture/resvg.ts';
import { drawSvg } from '../src/picture/svg.ts';

beforeAll(loadResvg);

const fonts = fontSet([]);
const SPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';

/** Of each shape its fill, stroke and width of the stroke, and the box around it. */
function shapes(inner: string, prolog = ''): readonly unknown[] {
  const drawing = drawSvg(`${prolog}<svg ${SPACE} viewBox="0 0 200 100">${inner}</svg>`, fonts);
  expect(drawing?.unsupported).toEqual([]);
  return (drawing?.shapes ?? []).map(({ d, fill, stroke }) => {
    const { left = 0, top = 0, right = 0, bottom = 0 } = pathBounds(d) ?? {};
    return [
      stroke ?? fill,
      ...[left, top, right - left, bottom - top].map((value) => Math.round(value * 10) / 10),
    ];
  });
}

it.each([
  [
    'rules by name and class, by child and by attribute, and percentages (W12)',
    '<style>rect.b{fill:#0a0} g > circle{fill:orange} [data-x="1"]{fill:purple}</style><rect width="100%" height="100%" fill="#eee"/><rect class="b" x="5" y="5" width="40" height="40"/><g><circle cx="80" cy="25" r="20"/></g><rect data-x="1" x="110" y="5" width="25%" height="40"/>',
    [
      ['#eeeeee', 0, 0, 200, 100],
      ['#00aa00', 5, 5, 40, 40],
      ['#ffa500', 60, 5, 40, 40],
      ['#800080', 110, 5, 50, 40],
    ],
  ],
  [
    'the heavier of two rules, whatever their order, and what is important',
    '<style>#i{fill:red} rect{fill:blue} .c{fill:lime!important} :not(rect){fill:teal}</style><rect id="i" width="1" height="1"/><rect class="c" style="fill:black" width="2" height="1"/><circle r="1"/>',
    [
      ['#ff0000', 0, 0, 1, 1],
      ['#00ff00', 0, 0, 2, 1],
      ['#008080', -1, -1, 2, 2],
    ],
  ],
  [
    'siblings, places among them and lists of selectors',
    '<style>rect + rect, circle:nth-of-type(2){fill:red} g rect:first-child{fill:blue} rect ~ line{stroke:lime}</style><g><rect width="1" height="1"/><rect width="2" height="1"/><line x2="50%" y2="100%"/></g><circle r="1"/><circle r="2"/>',
    [
      ['#0000ff', 0, 0, 1, 1],
      ['#ff0000', 0, 0, 2, 1],
      ['#00ff00', 0, 0, 100, 100],
      ['#000000', -1, -1, 2, 2],
      ['#ff0000', -2, -2, 4, 4],
    ],
  ],
  [
    'comments, media and what is not for paper on a screen',
    '<style>/* rect{fill:red} */ @media print{rect{fill:red}} @media (prefers-color-scheme: dark){rect{fill:red}} @media screen{rect{fill:blue}} @font-face{font-family:x;src:url(data:font/woff2;base64,AA)}</style><rect width="1" height="1"/>',
    [['#0000ff', 0, 0, 1, 1]],
  ],
  [
    'variables, of the root and of an element, and what stands in for one that is not there',
    '<style>:root{--a:#123456} g{--b:red}</style><rect fill="var(--a)" width="1" height="1"/><g><rect style="fill:var(--b)" width="1" height="1"/></g><rect style="fill:var(--c, lime)" width="1" height="1"/>',
    [
      ['#123456', 0, 0, 1, 1],
      ['#ff0000', 0, 0, 1, 1],
      ['#00ff00', 0, 0, 1, 1],
    ],
  ],
  [
    'lengths of every kind, given by style too',
    '<style>circle{r:10%}</style><rect x="1in" y="1pc" width="1em" height="2cm"/><circle cx="50%" cy="50%"/><ellipse rx="5%" cx="20" cy="20"/><rect style="width:5px;height:10%" x="50%"/>',
    [
      ['#000000', 96, 16, 16, 75.6],
      ['#000000', 84.2, 34.2, 31.6, 31.6],
      ['#000000', 10, 10, 20, 20],
      ['#000000', 100, 0, 5, 10],
    ],
  ],
  [
    'what is hidden in a group that is not',
    '<g visibility="hidden"><rect width="1" height="1"/><rect visibility="visible" width="2" height="1"/></g>',
    [['#000000', 0, 0, 2, 1]],
  ],
  [
    'the first of a switch that can be drawn (W13)',
    '<switch><foreignObject width="80" height="40"><div xmlns="http://www.w3.org/1999/xhtml">Box</div></foreignObject><rect width="1" height="1"/><rect width="9" height="9"/></switch><switch><g systemLanguage="de"><rect width="5" height="5"/></g><g><rect width="6" height="6"/></g></switch>',
    [
      ['#000000', 0, 0, 1, 1],
      ['#000000', 0, 0, 6, 6],
    ],
  ],
  [
    'a link as a group, and nothing of what is not of SVG',
    '<a xlink:href="https://example.org/"><rect width="1" height="1"/></a><i:pgf xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/"><rect width="9" height="9"/></i:pgf>',
    [['#000000', 0, 0, 1, 1]],
  ],
])('%s', (_, inner, expected) => {
  expect(shapes(inner)).toEqual(expected);
});

it('writes out entities of its own (W13)', () => {
  const prolog =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [<!ENTITY st0 "fill:#123456;">]>';
  expect(shapes('<rect style="&st0;" width="1" height="1"/>', prolog)).toEqual([['#123456', 0, 0, 1, 1]]);
});

it('reads a picture whose elements have a prefix', () => {
  const drawing = drawSvg(
    '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><s:rect width="1" height="1"/></s:svg>',
    fonts,
  );
  expect(drawing?.shapes).toHaveLength(1);
});

it('names a selector that it does not know', () => {
  const drawing = drawSvg(`<svg ${SPACE}><style>rect:nonsense{fill:red}</style></svg>`, fonts);
  expect(drawing?.unsupported).toEqual(['the selector rect:nonsense']);
});
