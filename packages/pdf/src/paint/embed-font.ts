import type { FontSet } from '../fonts/font-set.ts';
import type { PdfDocument, PdfFont, PdfReference } from './pdf-document.ts';

/** A font in the document, its glyphs by their codes in the subset. */
export interface PaintFont {
  readonly id: string;
  readonly ref: PdfReference;
  /** The glyph's code in the subset, as four hex digits. */
  readonly code: (glyph: number) => string;
  /** In thousandths of the size. */
  readonly width: (glyph: number) => number;
}

/** Embeds a font with the glyphs of `texts`, which tells what each stands for. */
export function embed(
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
