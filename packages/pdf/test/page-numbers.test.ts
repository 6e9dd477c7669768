import { toRoman } from '@octavo/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberPages } from '../src/assemble/number-pages.ts';
import type { Section } from '../src/display/bound-book.ts';
import { openList, packList } from '../src/display/packed-list.ts';

function fromRoman(label: string): number | undefined {
  const at = Array.from({ length: 40 }, (_, index) => toRoman(index + 1).toLowerCase()).indexOf(label);
  return at < 0 ? undefined : at + 1;
}

function section(matter: Section['matter'], pages: number, recto = false): Section {
  const page = {
    frame: 'block',
    items: [],
    links: [],
    anchors: [],
    opening: false,
    place: { kind: 'matter', id: '', path: [], offset: 0 },
  } as const;
  const list = { pages: Array.from({ length: pages }, () => page), structure: [], glyphs: {}, problems: [] };
  return { title: '', anchor: '', matter, list: openList(packList(list)), listKey: '', recto };
}

describe('numberPages', () => {
  it('begins the body on a right-hand page, after a blank where the front matter ends on one', () => {
    const pages = numberPages([section('cover', 1), section('front', 3, true), section('body', 2)], 'Cover');
    expect(pages.map((page) => page.label)).toEqual(['Cover', 'Cover', 'i', 'ii', 'iii', 'iv', '1', '2']);
    expect(pages.map((page) => page.section)).toEqual([0, undefined, 1, 1, 1, undefined, 2, 2]);
  });

  it('puts odd numbers on odd sheets, which are right-hand pages, whatever the sections are', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.boolean()), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(some, some, (front, body) => {
        const of = (matter: 'front' | 'body', list: typeof front) =>
          list.map(([count, recto]) => section(matter, count, recto));
        const pages = numberPages([section('cover', 1), ...of('front', front), ...of('body', body)], 'Cover');
        const sheets = pages.map(({ label, side }, index) => {
          const number = fromRoman(label) ?? Number(label);
          return { label, side, isOdd: Number.isNaN(number) ? index % 2 === 0 : number % 2 === 1 };
        });
        for (const [index, { side, isOdd }] of sheets.entries())
          expect([index, isOdd, side]).toEqual([index, index % 2 === 0, index % 2 === 0 ? 'recto' : 'verso']);
      }),
    );
  });
});
