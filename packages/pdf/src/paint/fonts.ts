import type { GlyphTexts } from '../display/display-list.ts';
import { embed, type FontWork } from './embed-font.ts';

/** The book's fonts in the document: numbered while pages are painted, embedded when all glyphs are known. */
export interface PaintFonts {
  /** The font's object. */
  readonly id: (key: string) => number;
  /** Embeds every font with every glyph of a book. */
  readonly finish: (texts: GlyphTexts) => Promise<void>;
}

/** Fonts to be embedded. */
export function paintFonts(work: FontWork): PaintFonts {
  const ids = new Map<string, number>();
  const id = (key: string): number => {
    const known = ids.get(key) ?? work.writer.allot();
    ids.set(key, known);
    return known;
  };
  return {
    id,
    async finish(texts) {
      for (const key of [...ids.keys()].sort()) await embed(work, key, id(key), texts[key] ?? {});
    },
  };
}

/** What each glyph stands for in the whole book: where lists disagree, the text that sorts first. */
export function bookTexts(lists: readonly GlyphTexts[]): GlyphTexts {
  const texts: Record<string, Record<number, string>> = {};
  for (const list of lists) {
    for (const [key, glyphs] of Object.entries(list)) {
      texts[key] ??= {};
      const own = texts[key];
      for (const [glyph, text] of Object.entries(glyphs)) {
        const known = own[Number(glyph)];
        if (known === undefined || text < known) own[Number(glyph)] = text;
      }
    }
  }
  return texts;
}

/** The glyphs of a list that stand for something else than in the book, with what they stand for there. */
export function differingTexts(list: GlyphTexts, book: GlyphTexts): GlyphTexts {
  const found: Record<string, Record<number, string>> = {};
  for (const [key, glyphs] of Object.entries(list)) {
    for (const [glyph, text] of Object.entries(glyphs)) {
      if (book[key]?.[Number(glyph)] === text) continue;
      found[key] ??= {};
      found[key][Number(glyph)] = text;
    }
  }
  return found;
}
