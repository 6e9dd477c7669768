import type { GlyphTexts, Problem } from '../display/display-list.ts';
import { glyphPair } from '../display/glyph-pair.ts';
import type { BookFont } from './book-fonts.ts';
import { cutFont, GlyphFault } from './cut-font.ts';
import { type FontSet, faceKey } from './font-set.ts';
import { NO_PACKAGE, unusable } from './own-fonts.ts';
import { FontFault } from './sfnt.ts';

/** Any page may need these in its page number. */
const NUMBERS = '0123456789ivxlcdm';

/** Returns a problem for each font of the handbook's own in which a glyph is damaged that the book's lists show. */
export function uncutFonts(
  fonts: readonly BookFont[],
  set: FontSet,
  lists: readonly GlyphTexts[],
): readonly Problem[] {
  return fonts
    .filter((font) => font.package === NO_PACKAGE)
    .flatMap((font) => {
      const key = faceKey(font);
      const texts = new Map<number, string>();
      for (const list of lists)
        for (const [code, said] of Object.entries(list[key] ?? {})) texts.set(...glyphPair(code, said));
      if (texts.size === 0) return [];
      const face = set.face(key);
      for (const { id, text } of face.words([])(NUMBERS).glyphs) if (id > 0) texts.set(id, text);
      try {
        cutFont(
          face.bytes,
          [...texts.keys()].sort((a, b) => a - b),
        );
        return [];
      } catch (error) {
        if (!(error instanceof FontFault)) throw error;
        const reason =
          error instanceof GlyphFault ? `its glyph of “${texts.get(error.glyph)}” is damaged` : error.message;
        return [unusable(font.file, reason, font.file)];
      }
    });
}
