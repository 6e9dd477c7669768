import { describe, expect, it } from 'vitest';
import { column } from '../src/flow/column.ts';
import { paginate } from '../src/flow/paginate.ts';
import type { Piece } from '../src/flow/piece.ts';
import type { SetLine } from '../src/text/set-line.ts';

const LEADING = 10;
const PLACE = { kind: 'page', id: '', path: [], offset: 0 } as const;

/** A line that draws one box, whose height is its name. */
function line(name: number, changes: Partial<SetLine> = {}): SetLine {
  const box = { kind: 'box', x: 0, y: 0, width: 1, height: name } as const;
  const size = { height: LEADING, leading: LEADING, above: 0, baseline: 7, left: 0, width: 1 };
  return { ...size, hyphen: false, items: [box], links: [], notes: [], source: undefined, ...changes };
}

/** Each page's lines: their names and where they stand. */
function pagesOf(pieces: readonly Piece[], lines: number): (readonly [number, number])[][] {
  const settings = { depth: lines * LEADING, measure: 100, rightToLeft: false, leading: LEADING };
  const pages = paginate(pieces, {
    ...settings,
    opening: false,
    filled: true,
    fallback: PLACE,
    notes: new Map(),
  });
  return pages.map(({ items }) =>
    items.flatMap((item) => (item.kind === 'box' ? [[item.height, item.y] as const] : [])),
  );
}

const names = (pages: readonly (readonly (readonly [number, number])[])[]): number[][] =>
  pages.map((page) => page.map(([name]) => name));

function paragraphs(...lengths: number[]) {
  const own = column();
  let name = 0;
  for (const length of lengths)
    own.addLines(
      Array.from({ length }, () => line(++name)),
      { x: 0 },
    );
  return own;
}

describe('paginate', () => {
  it('keeps a heading with two lines, and not with a third', () => {
    const own = paragraphs(3);
    own.addLines([line(90)], { x: 0, keep: 2 });
    own.addLines([line(91)], { x: 0 });
    own.addLines([line(92)], { x: 0 });
    own.addLines([line(93)], { x: 0 });
    expect(names(pagesOf(own.pieces, 5))).toEqual([
      [1, 2, 3],
      [90, 91, 92, 93],
    ]);
  });
  it('keeps a heading with one line where that is all of its entry', () => {
    const own = column();
    own.entry = '1';
    own.addLines([line(1)], { x: 0, keep: 2 });
    own.addLines([line(2)], { x: 0 });
    own.entry = '2';
    own.addLines([line(3), line(4), line(5), line(6)], { x: 0 });
    expect(names(pagesOf(own.pieces, 3))).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
  });
  it('ends no page in a hyphen', () => {
    const own = column();
    own.addLines(
      [1, 2, 3, 4, 5, 6, 7, 8].map((name) => line(name, { hyphen: name === 4 })),
      { x: 0 },
    );
    expect(names(pagesOf(own.pieces, 4))[0]).toEqual([1, 2, 3]);
  });
  it('ends no section on a page of two lines', () => {
    const pages = names(pagesOf(paragraphs(12).pieces, 10));
    expect(pages[1]?.length).toBeGreaterThan(3);
    expect(pages.flat()).toHaveLength(12);
  });
  it('brings lines back to the grid below what is not on it, in the middle of its space', () => {
    const own = paragraphs(1);
    own.space(3);
    own.add({ height: 8, items: [{ kind: 'box', x: 0, y: 0, width: 1, height: 90 }] });
    own.space(3);
    own.addLines([line(91)], { x: 0 });
    expect(pagesOf(own.pieces, 9)).toEqual([
      [
        [1, 0],
        [90, 16],
        [91, 30],
      ],
    ]);
  });
  it('fills a page that goes on, before its entries first', () => {
    const own = column();
    own.addLines([line(1), line(2)], { x: 0 });
    own.space(LEADING, 1);
    own.addLines([line(3), line(4)], { x: 0 });
    own.space(LEADING, 3);
    own.addLines([line(5), line(6)], { x: 0 });
    own.addLines([line(7), line(8), line(9), line(10)], { x: 0, together: true });
    const [first] = pagesOf(own.pieces, 10);
    expect(first).toEqual([
      [1, 0],
      [2, 10],
      [3, 40],
      [4, 50],
      [5, 80],
      [6, 90],
    ]);
  });
  it('adds no line within an entry while there is room before it', () => {
    const own = column();
    own.addLines([line(1), line(2)], { x: 0 });
    own.space(LEADING, 3);
    own.addLines([line(3), line(4)], { x: 0 });
    own.space(LEADING);
    own.addLines([line(5)], { x: 0 });
    own.addLines([line(6), line(7), line(8), line(9)], { x: 0, together: true });
    const [first] = pagesOf(own.pieces, 10);
    expect(first?.map(([, y]) => y)).toEqual([0, 10, 60, 70, 90]);
  });
});
