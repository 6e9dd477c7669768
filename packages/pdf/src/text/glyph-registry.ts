import type { GlyphTexts } from '../display/display-list.ts';

/** Remembers what each glyph stands for; a glyph that stands for two things keeps the first. */
export interface GlyphRegistry {
  readonly texts: GlyphTexts;
  /** Records a use; false when the glyph already stands for something else. */
  readonly note: (font: string, glyph: number, text: string) => boolean;
}

/** An empty registry. */
export function glyphRegistry(): GlyphRegistry {
  const texts: Record<string, Record<number, string>> = {};
  return {
    texts,
    note(font, glyph, text) {
      texts[font] ??= {};
      const own = texts[font];
      own[glyph] ??= text;
      return own[glyph] === text;
    },
  };
}
