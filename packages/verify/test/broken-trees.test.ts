import type { Handbook } from '@octavo/core';
import { expect, test } from 'vitest';
import { verify } from '../src/index.ts';
import { SMALL } from './small-handbook.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test.each<[name: string, files: readonly (readonly [string, Uint8Array])[]]>([
  ['no file at all', []],
  ['empty files', ['x.pdf', 'x.epub', 'x.jsonld', 'index.html'].map((path) => [path, bytes('')])],
  [
    'files of something else',
    ['x.pdf', 'x.epub', 'x.jsonld', 'index.html'].map((path) => [
      path,
      bytes('%PDF-1.7 PK\u0003\u0004 {"@graph": 3} <html>'),
    ]),
  ],
  ['a PDF that only says so', [['x.pdf', bytes('%PDF-1.7\nstartxref\n0\n%%EOF\n')]]],
])('%s: differences, and no exception', async (_name, files) => {
  const handbook: Handbook = SMALL;
  const parity = await verify({
    files: new Map(files),
    handbook,
    formats: ['pdf', 'epub', 'html', 'jsonld'],
  });
  expect(parity.agrees).toBe(false);
  for (const format of ['pdf', 'epub', 'jsonld'])
    expect(parity.differences.find((one) => one.format === format)?.subject).toBe('file');
  expect(parity.differences.filter((one) => one.format === 'html').length).toBeGreaterThan(0);
  expect(parity.entries.map(({ number }) => number)).toEqual(['1']);
});
