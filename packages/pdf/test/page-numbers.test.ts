import { describe, expect, it } from 'vitest';
import { numberPages } from '../src/assemble/number-pages.ts';
import { roman } from '../src/assemble/roman.ts';
import type { Section } from '../src/display/bound-book.ts';
import { openList, packList } from '../src/display/packed-list.ts';

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
  return { key: '', title: '', head: '', matter, list: openList(packList(list)), listKey: '', recto };
}

describe('numberPages', () => {
  it('begins the body on a right-hand page, after a blank where the front matter ends on one', () => {
    const pages = numberPages([section('cover', 1), section('front', 3, true), section('body', 2)], 'Cover');
    expect(pages.map((page) => page.label)).toEqual(['Cover', 'i', 'ii', 'iii', 'iv', '1', '2']);
    expect(pages.map((page) => page.section)).toEqual([0, 1, 1, 1, undefined, 2, 2]);
    expect(pages.map((page) => page.side).slice(1)).toEqual([
      'recto',
      'verso',
      'recto',
      'verso',
      'recto',
      'verso',
    ]);
  });
});

describe('roman', () => {
  it('writes the numbers front matter has', () => {
    expect([1, 4, 9, 14, 40, 99, 149].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'xcix', 'cxlix']);
  });
});
