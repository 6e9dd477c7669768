import type { GlyphTexts } from '../display/display-list.ts';
import type { ShapedWord } from '../fonts/shaped-word.ts';

/** Remembers what each glyph stands for; a glyph that stands for two things keeps the first. */
export interface GlyphRegistry {
  readonly texts: GlyphTexts;
  /** Records a use; false when the glyph already stands for something else. */
  readonly note: (font: string, glyph: number, text: string) => boolean;
  /** Records a word's glyphs; false when one of them already stands for something else. */
  readonly noteWord: (font: string, word: ShapedWord) => boolean;
}

/** A registry that knows no glyphs, or those of `seed`. */
export function glyphRegistry(seed: GlyphTexts = {}): GlyphRegistry {
  const texts: Record<string, Record<number, string>> = Object.fromEntries(
    Object.entries(seed).map(([font, glyphs]) => [font, { ...glyphs }]),
  );
  const words = new Map<ShapedWord, boolean>();
  function note(font: string, glyph: number, text: string): boolean {
    texts[font] ??= {};
    const own = texts[font];
    own[glyph] ??= text;
    return own[glyph] === text;
  }
  return {
    texts,
    note,
    noteWord(font, word) {
      const known = words.get(word);
      if (known !== undefined) return known;
      let all = true;
      for (const glyph of word.glyphs) all = note(font, glyph.code, glyph.text) && all;
      words.set(word, all);
      return all;
    },
  };
}
