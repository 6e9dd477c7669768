import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isWhole } from '../src/assemble/images.ts';
import { readSvg } from '../src/svg/read-svg.ts';
import { svgFaults } from '../src/svg/svg-faults.ts';

const svg = (inner: string, attributes = '') =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ${attributes}>${inner}</svg>`;

describe('an SVG that only draws is accepted', () => {
  test.each([
    '<title>On load = none</title><rect width="9" height="9" fill="url(#g)"/>',
    '<use xlink:href="#a"/><a href="#b"><text>javascript</text></a>',
    '<!-- <script> was here --><path d="M0 0"/>',
    '<image href="data:image/png;base64,AAAA"/>',
    '<style>text { font-family: serif; fill: url("#g") } @font-face { font-family: F; src: url(data:font/woff2;base64,AAAA) }</style>',
    '<metadata><rdf:li xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:resource="http://example.org/"/></metadata>',
    '<a href="https://example.org/"><rect width="1" height="1"/></a>',
    '<a xlink:href="mailto:a@example.org"><text>write</text></a>',
    '<switch><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject><text>x</text></switch>',
    '<style>text::after { content: "/*" } /* @import url(https://example.org/) */ a { content: "url(https://example.org/)" }</style>',
    '<text font-family="url, x">on = load</text>',
  ])('%s', (inner) => {
    expect(svgFaults(svg(inner))).toEqual([]);
  });
});

describe('an SVG that runs or loads something is not', () => {
  test.each([
    '<script>x()</script>',
    '<svg:script xmlns:svg="http://www.w3.org/2000/svg">x()</svg:script>',
    '<rect onclick="x()"/>',
    "<rect\nonload\n=\n'x()'/>",
    '<a href="javascript:x()"/>',
    '<a href="java&#x73;cript:x()"/>',
    '<image xlink:href="//example.org/x.png"/>',
    '<image href="file:///etc/passwd"/>',
    '<use href="other.svg#a"/>',
    '<foreignObject><p>x</p></foreignObject>',
    '<style>@import "https://example.org/x.css";</style>',
    '<style>rect { fill: url(https://example.org/x.svg#g) }</style>',
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    '<set attributeName="href" to="javascript:x()"/>',
  ])('%s', (inner) => {
    expect(svgFaults(svg(inner))).not.toEqual([]);
  });

  test.each([
    '<rect fill="url(https://example.org/x.svg#g)"/>',
    '<rect style="fill: u\\72l(https://example.org/x.svg#g)"/>',
    '<style>text { content: "/*"; fill: url(https://example.org/) } a { content: "*/" }</style>',
    '<style>\\40import "x.css"; @\\69mport "x.css";</style>',
    '<style>rect { background: image-set("https://example.org/x.png" 1x) }</style>',
    '<a xlink:href=" java\nscript:x()"/>',
    '<switch><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://example.org"/></foreignObject><text>x</text></switch>',
    '<switch><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject></switch>',
    '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="https://example.org/x.png"/>',
    '<feImage href="https://example.org/x.png"/>',
  ])('nor %s', (inner) => {
    expect(svgFaults(svg(inner))).not.toEqual([]);
  });

  test('a style sheet outside the root neither', () => {
    expect(svgFaults(`<?xml-stylesheet href="https://example.org/x.css"?>${svg('')}`)).not.toEqual([]);
  });

  test('each fault is said, with its place', () => {
    const faults = svgFaults(svg('\n<rect onclick="x()"/>\n<image href="https://example.org/x.png"/>'));
    expect(faults.map(({ reason, place }) => [reason, place.line])).toEqual([
      ['the SVG holds a script, in onclick="…"', 2],
      ['the SVG loads “https://example.org/x.png” from elsewhere', 3],
    ]);
  });
});

describe('the entities of an SVG', () => {
  const declared = (subset: string, inner: string) =>
    svg(inner).replace('<svg', `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [${subset}]><svg`);
  test('are written out where they are plain text', () => {
    const source = declared(
      '\n<!ENTITY ns "http://ns.adobe.com/"><!-- ]> --><!ENTITY b "a&ns;&#38;amp;">',
      '<g id="&b;">&b;</g>',
    );
    expect(svgFaults(source)).toEqual([]);
    const read = readSvg(source);
    expect('root' in read && read.root.children[0]).toMatchObject({
      attributes: { id: 'ahttp://ns.adobe.com/&' },
      children: ['ahttp://ns.adobe.com/&'],
    });
  });
  test.each([
    ['<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;', /declares more/],
    ['<!ENTITY % x "y"> %x;', '', /declares more/],
    ['<!ATTLIST svg onload CDATA "x()">', '', /declares more/],
    ['<!ENTITY x "<script/>">', '&x;', /“x” holds markup/],
    ['<!ENTITY x "&#60;script/>">', '&x;', /“x” holds markup/],
    ['<!ENTITY x "&y;"><!ENTITY y "&x;">', '&x;', /leads to itself/],
    [
      `<!ENTITY a "${'ha'.repeat(500)}"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">`,
      '&c;',
      /million/,
    ],
    ['', '&undeclared;', /not well-formed/],
  ])('%s is refused', (subset, inner, reason) => {
    expect(svgFaults(declared(subset, inner))[0]?.reason).toMatch(reason);
  });
});

describe('a picture that breaks off', () => {
  const folder = new URL('../../../tests/fixtures/kitchen-sink/assets/', import.meta.url);
  const kinds = { png: 'image/png', jpg: 'image/jpeg', svg: 'image/svg+xml' } as const;
  test.each(readdirSync(folder))('%s is whole, and half of it is not', (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    const kind = kinds[name.split('.').at(-1) as keyof typeof kinds];
    const whole = (part: Uint8Array): boolean =>
      kind === 'image/svg+xml' ? svgFaults(new TextDecoder().decode(part)).length === 0 : isWhole(part, kind);
    expect(whole(bytes)).toBe(true);
    expect(whole(bytes.subarray(0, bytes.length / 2))).toBe(false);
  });
});
