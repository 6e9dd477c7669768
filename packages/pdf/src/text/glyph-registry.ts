import type { GlyphText, GlyphTexts } from '../display/display-list.ts';
import { recoded } from '../display/show-codes.ts';
import type { Face } from '../fonts/face.ts';
import type { ShapedWord } from '../fonts/shaped-word.ts';

/**
 * A registry remembers what each code of each font stands for. A glyph's code is its id; where a glyph stands for a second
 * text, that text gets a code of its own, behind the font's glyphs, so that every reader which knows ToUnicode
 * reads both (ISO 32000-1, 9.10.3).
 */
export interface GlyphRegistry {
  readonly texts: GlyphTexts;
  /** Returns the code of a glyph that stands for a text; undefined when the font has none left. */
  readonly code: (face: CodedFace, glyph: number, text: string) => number | undefined;
  /** Returns what shows a word that is shown in one string; undefined when a glyph of it has no code. */
  readonly show: (face: CodedFace, word: ShapedWord) => string | undefined;
}

/** These facts of a face decide which codes its glyphs get. */
export type CodedFace = Pick<Face, 'key' | 'spareCode'>;

export const LAST_CODE = 0xffff;

/**
 * Makes a registry that knows no glyphs, or those of `seed`, which it then adds no second texts to. What it adds to a
 * seed are the own properties of its texts, which inherit the others.
 */
export function glyphRegistry(seed?: GlyphTexts): GlyphRegistry {
  const texts: Record<string, Record<number, GlyphText>> = Object.fromEntries(
    Object.entries(seed ?? {}).map(([font, codes]) => [font, Object.create(codes)]),
  );
  /** Second codes are kept by their font, glyph and text. */
  let seconds: Map<string, number> | undefined;
  const next = new Map<string, number>();
  const code: GlyphRegistry['code'] = ({ key, spareCode }, glyph, text) => {
    texts[key] ??= {};
    const own = texts[key];
    own[glyph] ??= text;
    if (own[glyph] === text) return glyph;
    const name = `${key} ${glyph} ${text}`;
    seconds ??= secondsOf(seed ?? {});
    const known = seconds.get(name);
    const free = next.get(key) ?? spareCode;
    if (known !== undefined || seed || free > LAST_CODE) return known;
    next.set(key, free + 1);
    seconds.set(name, free);
    own[free] = [glyph, text];
    return free;
  };
  return {
    texts,
    code,
    show(face, word) {
      const { shown } = word;
      if (shown.by === texts) return shown.show;
      const codes: (number | undefined)[] = [];
      let isPlain = true;
      for (const { id, text } of word.glyphs) {
        const own = code(face, id, text);
        isPlain &&= own === id;
        codes.push(own);
      }
      // Nearly every glyph stands for one text in all of the book, and so its code is its id.
      let { show } = word;
      if (codes.includes(undefined)) show = undefined;
      else if (!isPlain) show = recoded(show ?? '', (_, at) => codes[at] ?? 0);
      shown.by = texts;
      shown.show = show;
      return show;
    },
  };
}

/** Returns the codes that stand for the second texts of glyphs, by font, glyph and text. */
function secondsOf(texts: GlyphTexts): Map<string, number> {
  const seconds = new Map<string, number>();
  for (const [font, codes] of Object.entries(texts))
    for (const [code, said] of Object.entries(codes))
      if (typeof said !== 'string') seconds.set(`${font} ${said[0]} ${said[1]}`, Number(code));
  return seconds;
}
