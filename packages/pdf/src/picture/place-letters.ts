import { fitted } from './fit-letters.ts';
import { extent, type PlacedGlyph } from './placed-glyph.ts';
import { shapeLetters } from './shape-letters.ts';
import type { Letter } from './text-letters.ts';
import type { Walk } from './walk.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Places the letters of a text. A chunk begins at each letter that has a place of its own; its glyphs are shaped
 * together, moved letter by letter, and anchored as a whole (SVG 2, 11.5).
 */
export function placeLetters(letters: readonly Letter[], walk: Walk): readonly PlacedGlyph[] {
  let pen: Point = { x: 0, y: 0 };
  return chunksOf(letters).flatMap((chunk) => {
    const [first] = chunk;
    if (!first) return [];
    const start = { x: first.x ?? pen.x, y: first.y ?? pen.y };
    const rtl = first.style.direction === 'rtl';
    const set = shapeLetters(chunk, walk.fonts, rtl ? 'rtl' : 'ltr', (character) =>
      walk.missing.add(character),
    );
    const shifts = shiftsOf(chunk);
    const width = set.reduce((sum, { advance }) => sum + advance, 0);
    const end = shifts.at(-1) ?? { x: 0, y: 0 };
    pen = { x: start.x + width + end.x, y: start.y + end.y };
    const moved = set.flatMap((glyph) => {
      const [source, shift] = [chunk[glyph.letter], shifts[glyph.letter]];
      if (!source || !shift) return [];
      return { ...glyph, x: glyph.x + shift.x, y: start.y + shift.y, source, stretch: 1 };
    });
    return anchored(fitted(moved, chunk, letters, walk), first, start.x + (first.dx ?? 0), rtl);
  });
}

function chunksOf(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  const chunks: Letter[][] = [];
  for (const letter of letters) {
    const last = chunks.at(-1);
    if (!last || letter.x !== undefined || letter.y !== undefined) chunks.push([letter]);
    else last.push(letter);
  }
  return chunks;
}

/** Returns how far each letter moves: by its own shift and those of all letters before it. */
function shiftsOf(chunk: readonly Letter[]): readonly Point[] {
  let [x, y] = [0, 0];
  return chunk.map(({ dx = 0, dy = 0 }) => {
    [x, y] = [x + dx, y + dy];
    return { x, y };
  });
}

/** Moves a chunk so that its start, middle or end stands at `x`, as `text-anchor` says. */
function anchored(
  glyphs: readonly PlacedGlyph[],
  { style }: Letter,
  x: number,
  rtl: boolean,
): readonly PlacedGlyph[] {
  const [from, to] = extent(glyphs);
  const side = style['text-anchor'];
  const at = side === 'middle' ? (from + to) / 2 : (side === 'end') === rtl ? from : to;
  return glyphs.map((glyph) => ({ ...glyph, x: glyph.x + x - at }));
}
