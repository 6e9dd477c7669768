import type { GlyphTexts } from '../display/display-list.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { embed, type PaintFont } from './embed-font.ts';
import type { PdfDocument } from './pdf-document.ts';

/** The book's fonts in the document. */
export interface PaintFonts {
  readonly font: (key: string) => PaintFont;
  /** What a glyph stands for in the whole book. */
  readonly text: (key: string, glyph: number) => string | undefined;
}

/**
 * Puts every glyph of the book into its font's subset before the first page is painted, in the order
 * of the font: so a page's bytes do not depend on the pages before it.
 */
export function paintFonts(document: PdfDocument, fonts: FontSet, lists: readonly GlyphTexts[]): PaintFonts {
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
    [...texts.keys()].sort().map((key) => [key, embed(document, fonts, key, texts.get(key) ?? new Map())]),
  );
  return {
    font(key) {
      const font = painted.get(key);
      if (!font) throw new Error(`no glyph of ${key} was announced`);
      return font;
    },
    text: (key, glyph) => texts.get(key)?.get(glyph),
  };
}
