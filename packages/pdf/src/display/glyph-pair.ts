import type { GlyphText } from './display-list.ts';

/** Returns the glyph that a code shows, and what the glyph stands for there. */
export function glyphPair(code: string | number, said: GlyphText): readonly [glyph: number, text: string] {
  return typeof said === 'string' ? [Number(code), said] : said;
}
