import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isActiveSvg, isWhole } from '../src/assemble/image-faults.ts';

const svg = (inner: string, attributes = '') =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ${attributes}>${inner}</svg>`;

describe('an SVG that only draws is accepted', () => {
  test.each([
    '<title>On load = none</title><rect width="9" height="9" fill="url(#g)"/>',
    '<use xlink:href="#a"/><a href="#b"><text>javascript</text></a>',
    '<!-- <script> was here --><path d="M0 0"/>',
    '<image href="data:image/png;base64,AAAA"/>',
    '<style>text { font-family: serif; fill: url("#g") } @font-face { font-family: F; src: url(data:font/woff2;base64,AAAA) }</style>',
    '<metadata><rdf:li rdf:resource="http://example.org/"/></metadata>',
  ])('%s', (inner) => {
    expect(isActiveSvg(svg(inner))).toBe(false);
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
    '<a href="https://example.org/"/>',
    '<image xlink:href="//example.org/x.png"/>',
    '<image href="file:///etc/passwd"/>',
    '<use href="other.svg#a"/>',
    '<foreignObject><p>x</p></foreignObject>',
    '<style>@import "https://example.org/x.css";</style>',
    '<style>rect { fill: url(https://example.org/x.svg#g) }</style>',
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    '<set attributeName="href" to="javascript:x()"/>',
  ])('%s', (inner) => {
    expect(isActiveSvg(svg(inner))).toBe(true);
  });

  test('entities and stylesheets outside the root neither', () => {
    expect(isActiveSvg(`<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`)).toBe(true);
    expect(isActiveSvg(`<?xml-stylesheet href="https://example.org/x.css"?>${svg('')}`)).toBe(true);
  });
});

describe('a picture that breaks off', () => {
  const folder = new URL('../../../tests/fixtures/kitchen-sink/assets/', import.meta.url);
  const kinds = { png: 'image/png', jpg: 'image/jpeg', svg: 'image/svg+xml' } as const;
  test.each(readdirSync(folder))('%s is whole, and half of it is not', (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    const kind = kinds[name.split('.').at(-1) as keyof typeof kinds];
    expect(isWhole(bytes, kind)).toBe(true);
    expect(isWhole(bytes.subarray(0, bytes.length / 2), kind)).toBe(false);
  });
});
