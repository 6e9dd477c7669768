import { asyncProperty, property, string, assert as verify } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nQuads } from '../src/graph/n-quads.ts';
import { sortedLines } from '../src/state.ts';
import { staticFile } from '../src/static-file.ts';
import { processor } from './support/processor.ts';

const CONTEXT = 'https://a.example/context/v1.jsonld';
const jsonld = processor(CONTEXT, staticFile('context-v1.jsonld'));

describe('nQuads', () => {
  it('is what jsonld.js makes of any text', async () => {
    await verify(
      asyncProperty(string({ unit: 'binary' }), async (text) => {
        const node = {
          '@type': ['DefinedTerm', 'Concept'],
          '@id': 'https://a.example/x',
          name: { 'zh-hant': text },
          alternateName: [
            { '@value': text, '@language': 'en' },
            { '@value': `${text}!`, '@language': 'en' },
          ],
          html: text,
          position: 3,
          identifier: text,
          formerType: 'Question',
          entries: ['https://a.example/entry/1'],
          isVersionOf: 'https://a.example/',
          'http://purl.org/dc/terms/hasVersion': [{ '@id': 'https://a.example/pro/' }],
        };
        const lines = sortedLines(nQuads(node));
        expect(new Set(lines)).toEqual(new Set(await jsonld.canonize({ '@context': CONTEXT, ...node })));
      }),
      { numRuns: 300, seed: 618 },
    );
  });

  it('refuses a term that the context lacks', () => {
    expect(() => nQuads({ '@type': 'Question', '@id': 'https://a.example/x', naem: 'x' })).toThrow(
      'no term "naem"',
    );
    expect(() => nQuads({ '@type': 'Question', '@id': 'https://a.example/x', position: 1.5 })).toThrow(
      'no reading',
    );
  });
});

describe('sortedLines', () => {
  it('sorts by code point, as LC_ALL=C sort does, and drops repetitions', () => {
    expect(sortedLines(['\u{1f600}', '\uff01', 'b', 'a', 'b'])).toEqual(['a', 'b', '\uff01', '\u{1f600}']);
    verify(
      property(string({ unit: 'binary' }), string({ unit: 'binary' }), (a, b) => {
        const [first = '', second = first] = sortedLines([a, b]);
        return Buffer.compare(Buffer.from(first), Buffer.from(second)) <= 0;
      }),
    );
  });
});
