import type { GlyphTexts } from '../display/display-list.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { embed, type PaintFont } from './embed-font.ts';
import type { ObjectWriter } from './object-writer.ts';

/** The book's fonts in the document. */
export interface PaintFonts {
  readonly font: (key: string) => PaintFont;
  /** The glyphs that stand for something else in a list than in the book, with what they stand for there. */
  readonly differing: (list: GlyphTexts) => GlyphTexts;
}

/** Embeds every font of the book with every glyph that is shown, before the first page is painted. */
export function paintFonts(writer: ObjectWriter, fonts: FontSet, lists: readonly GlyphTexts[]): PaintFonts {
  const texts = new Map<string, Map<number, string>>();
  for (const list of lists) {
    for (const [key, glyphs] of Object.entries(list)) {
      const own = texts.get(key) ?? new Map<number, string>();
      texts.set(key, own);
      for (const [glyph, text] of Object.entries(glyphs)) {
        const known = own.get(Number(glyph));
        if (known === undefined || text < known) own.set(Number(glyph), text);
      }
    }
  }
  const painted = new Map(
    [...texts.keys()].sort().map((key) => [key, embed(writer, fonts, key, texts.get(key) ?? new Map())]),
  );
  return {
    font(key) {
      const font = painted.get(key);
      if (!font) throw new Error(`no glyph of ${key} was announced`);
      return font;
    },
    differing(list) {
      const found: Record<string, Record<number, string>> = {};
      for (const [key, glyphs] of Object.entries(list)) {
        for (const [glyph, text] of Object.entries(glyphs)) {
          if (texts.get(key)?.get(Number(glyph)) === text) continue;
          found[key] ??= {};
          found[key][Number(glyph)] = text;
        }
      }
      return found;
    },
  };
}
