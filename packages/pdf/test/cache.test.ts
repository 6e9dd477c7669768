import type { Cache, CompileOptions, Handbook } from '@octavo/core';
import { compile } from '@octavo/pdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { inOrder } from '../src/assemble/in-order.ts';
import { bytesOf } from './open-pdf.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest, PNG } from './sample.ts';

const CHAPTERS = ['one', 'two', 'three'];

/** Three chapters, each with words, a table, a picture and links; `second` is an answer of chapter two. */
function book(second: string): Handbook {
  const answer = `Words of the fourth. See [another](#2).\n\n![Grey](../assets/grey.png "A caption")`;
  return handbookOf({
    'handbook.yaml': manifest(CHAPTERS),
    'glossary.yaml': 'terms:\n  - { id: term, term: Term, definition: "A word.", entries: [1] }\n',
    'assets/grey.png': PNG,
    'one/1-a.md': entry('1', 'What is first?', 'By [the third](#3).', 'index: [alpha]\n'),
    'two/2-b.md': entry('2', 'What is second?', second, 'index: [beta]\n'),
    'two/3-c.md': entry('3', 'What is third?', '| A | B |\n| --- | --- |\n| 1 | 2 |\n', 'related: [1]\n'),
    'three/4-d.md': entry('4', 'What is fourth?', answer),
  });
}

interface Shelf extends Cache {
  readonly values: Map<string, Uint8Array>;
  /** The kinds of what was put since the last look: `list`, `pages`. */
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>;
  readonly kinds: () => string[];
}

function shelf(): Shelf {
  const values = new Map<string, Uint8Array>();
  let kinds: string[] = [];
  return {
    values,
    get: async (key) => values.get(key),
    async put(key, bytes) {
      values.set(key, bytes);
      kinds.push(key.split('-')[1] ?? '');
    },
    kinds() {
      const seen = kinds.sort();
      kinds = [];
      return seen;
    },
  };
}

const BEFORE = book('Second answer.');
const AFTER = book('Second answer, reworded.');
const assets = new Map([['assets/grey.png', PNG]]);

async function pdfOf(handbook: Handbook, options: CompileOptions = {}): Promise<Buffer> {
  const compiled = await compile(handbook, { fonts: readFonts(handbook), assets, ...options });
  return Buffer.from(await bytesOf(compiled));
}

describe('with a cache', () => {
  let clean: Buffer;
  beforeAll(async () => {
    clean = await pdfOf(BEFORE);
  });

  it('makes the same bytes, filling it and filled', async () => {
    const cache = shelf();
    expect((await pdfOf(BEFORE, { cache })).equals(clean)).toBe(true);
    expect(cache.kinds().length).toBeGreaterThan(10);
    expect((await pdfOf(BEFORE, { cache })).equals(clean)).toBe(true);
    expect(cache.kinds()).toEqual([]);
  });

  it('lays out and draws one chapter when one entry was edited', async () => {
    const cache = shelf();
    await pdfOf(BEFORE, { cache });
    cache.kinds();
    expect((await pdfOf(AFTER, { cache })).equals(await pdfOf(AFTER))).toBe(true);
    // The new text has a glyph that no other has.
    expect(cache.kinds()).toEqual(['font', 'list', 'pages']);
  });

  it('never believes a damaged value', async () => {
    const cache = shelf();
    await pdfOf(BEFORE, { cache });
    for (const [key, bytes] of cache.values) {
      const spoilt = Uint8Array.from(bytes);
      const at = spoilt.length - 1 - (key.length % 7);
      spoilt[at] = (spoilt[at] ?? 0) ^ 1;
      cache.values.set(key, spoilt);
    }
    expect((await pdfOf(BEFORE, { cache })).equals(clean)).toBe(true);
    for (const key of cache.values.keys()) cache.values.set(key, new Uint8Array(3));
    expect((await pdfOf(BEFORE, { cache })).equals(clean)).toBe(true);
  });

  it('does not hand one page size the pages of another', async () => {
    const cache = shelf();
    await pdfOf(BEFORE, { cache });
    const pdf = { ...BEFORE.settings.pdf, page: 'Letter' } as const;
    const letter = { ...BEFORE, settings: { ...BEFORE.settings, pdf } };
    expect((await pdfOf(letter, { cache })).equals(await pdfOf(letter))).toBe(true);
  });
});

it('can be read twice', async () => {
  const compiled = await compile(BEFORE, { fonts: readFonts(BEFORE), assets });
  const [first, second] = [await bytesOf(compiled), await bytesOf(compiled)];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

it('makes things in order, so many at once and no more', async () => {
  let running = 0;
  let most = 0;
  const made = await inOrder([3, 1, 2, 1], 2, async (turns, index) => {
    most = Math.max(most, ++running);
    for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
    running -= 1;
    return `${index}: ${turns}`;
  });
  expect(made).toEqual(['0: 3', '1: 1', '2: 2', '3: 1']);
  expect(most).toBe(2);
});
