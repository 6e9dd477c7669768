import type { Cache, Handbook } from '@octavo/core';
import { compile } from '@octavo/pdf';
import { describe, expect, it } from 'vitest';
import { placeBars } from '../src/assemble/change-bars.ts';
import type { Box, Item } from '../src/display/display-list.ts';
import { geometry } from '../src/page/geometry.ts';
import { INK } from '../src/page/theme.ts';
import { changeBar } from '../src/text/edit-words.ts';
import { setText } from '../src/text/set-text.ts';
import type { TextRun } from '../src/text/text-run.ts';
import { bytesOf } from './open-pdf.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest } from './sample.ts';
import { textTools } from './text-tools.ts';

const PAGE = { page: 'A4', standard: 'PDF/UA-1', bleed: 0 } as Handbook['settings']['pdf'];
const ltr = geometry(PAGE, 'ltr');
const rtl = geometry(PAGE, 'rtl');

const at = (y: number, height = 14.4): Box => ({ ...changeBar(height), y });
const other: Item = { kind: 'box', x: 3, y: 0, width: 5, height: 5, fill: '#000000' };

describe('change bars', () => {
  it.each([
    ['recto', ltr, ltr.measure + 12],
    ['verso', ltr, -ltr.hang - 12],
    ['recto', rtl, -12],
    ['verso', rtl, rtl.measure + rtl.hang + 12],
  ] as const)('stand in the outer margin of a %s page', (side, page, x) => {
    expect(placeBars(page, side, [at(0), other])).toEqual([{ ...at(0), x, fill: INK }, other]);
  });

  it('are one bar beside neighboring lines, and end where a line has no change', () => {
    const bars = placeBars(ltr, 'recto', [at(28.8), at(0), at(14.4), at(72), at(72, 5)]);
    expect(bars.map((bar) => [bar.y, (bar as Box).height])).toEqual([
      [0, 43.2],
      [72, 14.4],
    ]);
  });
});

describe('a line of text with edits', () => {
  const tools = textTools(
    handbookOf({ 'handbook.yaml': manifest(), 'one/1-a.md': entry('1', 'What?', 'So.') }),
  );
  const style = {
    role: 'serif',
    weight: 400,
    italic: false,
    size: 10,
    color: '#000000',
    features: [],
    rise: 0,
  } as const;
  const run = (text: string, more: Partial<TextRun> = {}): TextRun => ({
    text,
    style,
    content: 0,
    language: 'en',
    ...more,
  });
  const edit = { opens: { text: '[Deleted: ', content: 7 }, closes: { text: ']', content: 8 } };
  const said = (runs: readonly TextRun[], width: number): (readonly (string | undefined)[])[] =>
    setText(tools, runs, { width, leading: 14, direction: 'ltr' }).map(({ items }) =>
      items.flatMap((item) => (item.kind === 'glyphs' && item.text !== undefined ? [item.text] : [])),
    );
  const barred = (runs: readonly TextRun[], width: number): readonly boolean[] =>
    setText(tools, runs, { width, leading: 14, direction: 'ltr' }).map(({ items }) =>
      items.some((item) => item.kind === 'box' && item.outer === true),
    );

  it('says where an edit begins and ends once, on however many lines it stands', () => {
    const runs = [
      run('Words before '),
      run('one two three four five', { edit }),
      run(' six, and words behind'),
    ];
    expect(said(runs, 1000)).toEqual([['[Deleted: ', ']']]);
    const lines = said(runs, 60);
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.flat()).toEqual(['[Deleted: ', ']']);
  });

  it('has a bar beside it, and the lines around it have none', () => {
    const runs = [run('one two three four '), run('five', { edit }), run(' six seven eight nine')];
    const bars = barred(runs, 60);
    expect(bars.filter(Boolean)).toHaveLength(1);
    expect(bars[0]).toBe(false);
    expect(bars.at(-1)).toBe(false);
  });

  it('keeps the space of what is deleted beside that of what is inserted', () => {
    const inserted = { ...edit };
    const runs = [run('a'), run(' x ', { edit }), run(' y ', { edit: inserted }), run('b')];
    const width = (some: readonly TextRun[]): number =>
      setText(tools, some, { width: 1000, leading: 14, direction: 'ltr' })[0]?.width ?? 0;
    const [whole, space] = [width(runs), width([run('a b')]) - width([run('ab')])];
    expect(whole).toBeCloseTo(width([run('axyb')]) + 4 * space, 0);
  });

  it('closes an edit that ends with the line of its author', () => {
    expect(said([run('a', { edit }), run('\n', { edit }), run('b', { edit })], 1000)).toEqual([
      ['[Deleted: '],
      [']'],
    ]);
  });
});

describe('a cache', () => {
  const plain = handbookOf({ 'handbook.yaml': manifest(), 'one/1-a.md': entry('1', 'What?', 'So be it.') });
  const marked: Handbook = {
    ...plain,
    redline: { since: { version: '0.9', date: '2026-01-01' } },
    chapters: plain.chapters.map((chapter) => ({
      ...chapter,
      entries: chapter.entries.map((own) => ({
        ...own,
        answer: [
          {
            type: 'paragraph',
            children: [
              { type: 'editText', kind: 'deleted', children: [{ type: 'text', value: 'No. ' }] },
              { type: 'text', value: 'So be it.' },
            ],
          },
        ],
      })),
    })),
  };
  const pdfOf = async (book: Handbook, cache?: Cache): Promise<Buffer> =>
    Buffer.from(await bytesOf(await compile(book, { fonts: readFonts(book), ...(cache ? { cache } : {}) })));

  it('never gives a redlined book the pages of a plain one, nor the other way round', async () => {
    const values = new Map<string, Uint8Array>();
    const cache: Cache = {
      get: async (key) => values.get(key),
      put: async (key, bytes) => void values.set(key, bytes),
    };
    const [one, two] = [await pdfOf(plain), await pdfOf(marked)];
    expect(one.equals(two)).toBe(false);
    expect((await pdfOf(plain, cache)).equals(one)).toBe(true);
    expect((await pdfOf(marked, cache)).equals(two)).toBe(true);
    expect((await pdfOf(plain, cache)).equals(one)).toBe(true);
  });
});
