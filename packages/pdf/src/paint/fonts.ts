import type { GlyphTexts } from '../display/display-list.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { PdfDocument, PdfFont, PdfReference } from './pdf-document.ts';

/** The book's fonts in the document. */
export interface PaintFonts {
  readonly font: (key: string) => PaintFont;
  /** What a glyph stands for in the whole book. */
  readonly text: (key: string, glyph: number) => string | undefined;
}
export interface PaintFont {
  readonly id: string;
  readonly ref: PdfReference;
  /** The glyph's code in the subset, as four hex digits. */
  readonly code: (glyph: number) => string;
  /** In thousandths of the size. */
  readonly width: (glyph: number) => number;
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

function embed(
  document: PdfDocument,
  fonts: FontSet,
  key: string,
  texts: ReadonlyMap<number, string>,
): PaintFont {
  const font = fonts.face(key).drawn();
  document.font(font, key);
  const embedded: PdfFont = document._font;
  const codes = new Map<number, string>();
  const widths = new Map<number, number>();
  for (const glyph of [...texts.keys()].sort((a, b) => a - b)) {
    const code = embedded.subset.includeGlyph(glyph);
    const width = font.getGlyph(glyph).advanceWidth * embedded.scale;
    embedded.widths[code] = width;
    embedded.unicode[code] = [...(texts.get(glyph) ?? '\ufffd')].map(
      (letter) => letter.codePointAt(0) ?? 0xfffd,
    );
    codes.set(glyph, code.toString(16).padStart(4, '0'));
    widths.set(glyph, width);
  }
  return {
    id: embedded.id,
    ref: embedded.ref(),
    code(glyph) {
      const code = codes.get(glyph);
      if (code === undefined) throw new Error(`glyph ${glyph} of ${key} was not announced`);
      return code;
    },
    width: (glyph) => widths.get(glyph) ?? 0,
  };
}
