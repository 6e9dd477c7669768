import type { GlyphText, GlyphTexts } from '../display/display-list.ts';
import { glyphPair } from '../display/glyph-pair.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { LAST_CODE } from '../text/glyph-registry.ts';
import { embed, type FontWork } from './embed-font.ts';

/** The fonts of a document. They are numbered while pages are painted, and embedded when all glyphs are known. */
export interface PaintFonts {
  /** Returns the object of a font. */
  readonly id: (key: string) => number;
  /** Embeds every font that has a number, with every glyph that the book shows of it. */
  readonly finish: (texts: GlyphTexts) => Promise<void>;
}

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
 * Returns what each code stands for in the whole book. Where lists disagree about a glyph, its own code stands for the
 * text that sorts first, and the other texts get codes above the font's glyphs, as long as there are any.
 */
export function bookTexts(lists: readonly GlyphTexts[], fonts: FontSet): GlyphTexts {
  const texts: Record<string, Record<number, GlyphText>> = {};
  for (const key of new Set(lists.flatMap(Object.keys))) {
    const said = new Map<number, Set<string>>();
    for (const list of lists)
      for (const [code, pair] of Object.entries(list[key] ?? {})) {
        const [glyph, text] = glyphPair(code, pair);
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

/** For each font, these are the codes that a list has to replace by those of the book; null where it has none. */
export type Recoding = Readonly<Record<string, Readonly<Record<number, number | null>>>>;

/** Returns how the codes of a list are replaced by those of the book. */
export function recodingOf(list: GlyphTexts, book: GlyphTexts): Recoding {
  const found: Record<string, Record<number, number | null>> = {};
  for (const [key, codes] of Object.entries(list)) {
    const own = book[key] ?? {};
    let seconds: Map<string, number> | undefined;
    for (const [code, said] of Object.entries(codes)) {
      const [glyph, text] = glyphPair(code, said);
      const isFirst = own[glyph] === text;
      if (!isFirst) seconds ??= secondsOf(own);
      const wanted = isFirst ? glyph : (seconds?.get(`${glyph} ${text}`) ?? null);
      if (wanted === Number(code)) continue;
      found[key] ??= {};
      found[key][Number(code)] = wanted;
    }
  }
  return found;
}

/** Returns the codes of a font that stand for the second texts of its glyphs, by glyph and text. */
function secondsOf(codes: Readonly<Record<number, GlyphText>>): Map<string, number> {
  return new Map(
    Object.entries(codes).flatMap(([second, pair]) =>
      typeof pair === 'string' ? [] : [[pair.join(' '), Number(second)] as const],
    ),
  );
}
