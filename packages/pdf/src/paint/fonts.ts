import type { GlyphText, GlyphTexts } from '../display/display-list.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { LAST_CODE } from '../text/glyph-registry.ts';
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

/**
 * What each code stands for in the whole book. Where lists disagree of a glyph, it stands for the text that sorts
 * first, and for the others by codes behind the font's glyphs, in their order, as long as there are some.
 */
export function bookTexts(lists: readonly GlyphTexts[], fonts: FontSet): GlyphTexts {
  const texts: Record<string, Record<number, GlyphText>> = {};
  for (const key of new Set(lists.flatMap(Object.keys))) {
    const said = new Map<number, Set<string>>();
    for (const list of lists)
      for (const [glyph, text] of pairsOf(list[key] ?? {})) {
        const own = said.get(glyph);
        if (own) own.add(text);
        else said.set(glyph, new Set([text]));
      }
    texts[key] = {};
    const own = texts[key];
    const seconds: (readonly [number, string])[] = [];
    for (const [glyph, all] of said) {
      const [first = '', ...others] = all.size > 1 ? [...all].sort() : all;
      own[glyph] = first;
      for (const text of others) seconds.push([glyph, text]);
    }
    let code = seconds.length > 0 ? fonts.face(key).spareCode : 0;
    for (const second of seconds.sort(([one, a], [two, b]) => (a < b ? -1 : a > b ? 1 : one - two)))
      if (code <= LAST_CODE) own[code++] = second;
  }
  return texts;
}

/** Every glyph of a font, with what it stands for. */
function pairsOf(codes: Readonly<Record<number, GlyphText>>): readonly (readonly [number, string])[] {
  return Object.entries(codes).map(([code, said]) =>
    typeof said === 'string' ? [Number(code), said] : said,
  );
}

/** By font, the codes of a list that the book shows by others; undefined where the book has none. */
export type Recoding = Readonly<Record<string, Readonly<Record<number, number | null>>>>;

/** How the codes of a list become those of the book. */
export function recodingOf(list: GlyphTexts, book: GlyphTexts): Recoding {
  const found: Record<string, Record<number, number | null>> = {};
  for (const [key, codes] of Object.entries(list)) {
    const own = book[key] ?? {};
    let seconds: Map<string, number> | undefined;
    for (const [code, said] of Object.entries(codes)) {
      const [glyph, text] = typeof said === 'string' ? [Number(code), said] : said;
      seconds ??= new Map(
        Object.entries(own).flatMap(([second, pair]) =>
          typeof pair === 'string' ? [] : [[pair.join(' '), Number(second)] as const],
        ),
      );
      const wanted = own[glyph] === text ? glyph : (seconds.get(`${glyph} ${text}`) ?? null);
      if (wanted === Number(code)) continue;
      found[key] ??= {};
      found[key][Number(code)] = wanted;
    }
  }
  return found;
}
