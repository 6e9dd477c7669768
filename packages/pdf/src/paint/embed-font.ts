import { createHash } from 'node:crypto';
import type { SealedCache } from '../cache/sealed-cache.ts';
import type { GlyphText } from '../display/display-list.ts';
import { glyphPair } from '../display/glyph-pair.ts';
import type { Face } from '../fonts/face.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { remembered } from '../remembered.ts';
import { deflated } from './deflate.ts';
import { decimal } from './digits.ts';
import type { ObjectWriter } from './object-writer.ts';
import { openSubset, packSubset, type SubsetFont, subsetFont } from './subset-font.ts';
import { toUnicode } from './to-unicode.ts';

/** This is where embedded fonts go, and where they come from. */
export interface FontWork {
  readonly writer: ObjectWriter;
  readonly fonts: FontSet;
  readonly cache: SealedCache;
}

/**
 * Embeds a font as the object `id`, with the glyphs that `texts` needs, which tells what each code stands for. A code
 * is the glyph's id in the whole font, and the glyph keeps it in the subset (ISO 32000-2, 9.7.4.2), so that what a page
 * shows does not depend on the glyphs of other pages. A code above the font's glyphs shows a glyph a second time.
 */
export async function embed(
  { writer, fonts, cache }: FontWork,
  key: string,
  id: number,
  texts: Readonly<Record<number, GlyphText>>,
): Promise<void> {
  const codes = Object.entries(texts).map(([code, said]): Code => [Number(code), ...glyphPair(code, said)]);
  const glyphs = [...new Set(codes.map(([, glyph]) => glyph))].sort((a, b) => a - b);
  const seconds = codes.filter(([code, glyph]) => code !== glyph);
  const font = await cut(fonts, cache, key, glyphs);
  const [file, descriptor, descendant, unicode] = [
    writer.allot(),
    writer.allot(),
    writer.allot(),
    writer.allot(),
  ];
  writer.stream(file, font.isCff ? '/Subtype /CIDFontType0C' : `/Length1 ${font.length}`, font.program);
  const base = `${tag(key)}+${font.postscriptName}`;
  writer.object(
    descriptor,
    `<</Type/FontDescriptor/FontName/${base}${font.descriptor}/FontFile${font.isCff ? 3 : 2} ${file} 0 R>>`,
  );
  const map = font.isCff
    ? ''
    : `/CIDToGIDMap${seconds.length > 0 ? ` ${glyphMap(writer, codes)} 0 R` : '/Identity'}`;
  const widths = secondWidths(fonts.face(key), seconds);
  const system = '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>';
  writer.object(
    descendant,
    `<</Type/Font/Subtype/CIDFontType${font.isCff ? 0 : 2}/BaseFont/${base}${system}/FontDescriptor ${descriptor} 0 R/DW 0/W[${font.widths}${widths}]${map}>>`,
  );
  const cmap = toUnicode(codes.map(([code, , text]) => [code, text] as const));
  writer.stream(unicode, '', deflated(Buffer.from(cmap, 'latin1')));
  writer.object(
    id,
    `<</Type/Font/Subtype/Type0/BaseFont/${base}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
  );
}

type Code = readonly [code: number, glyph: number, text: string];

/** Writes the map from codes to glyphs (ISO 32000-2, 9.7.4.2), and returns its object. */
function glyphMap(writer: ObjectWriter, codes: readonly Code[]): number {
  const map = Buffer.alloc(2 * (1 + Math.max(...codes.map(([code]) => code))));
  for (const [code, glyph] of codes) map.writeUInt16BE(glyph, 2 * code);
  return writer.addStream('', map);
}

/** Returns the widths of second codes as entries of `W` (ISO 32000-2, 9.7.4.3). */
function secondWidths({ advance, unitsPerEm }: Face, seconds: readonly Code[]): string {
  return seconds.map(([code, glyph]) => `${code}[${decimal((advance(glyph) * 1000) / unitsPerEm)}]`).join('');
}

/** Cuts a font down to some glyphs, or takes it from the cache if the same ones were cut before. */
async function cut(
  fonts: FontSet,
  cache: SealedCache,
  key: string,
  glyphs: readonly number[],
): Promise<SubsetFont> {
  const name = cache.key('font', process.versions.zlib, fonts.digest(key), glyphs);
  const ready = await cache.get(name);
  if (ready) return openSubset(ready);
  const made = subsetFont(fonts.face(key), glyphs);
  await cache.put(name, () => packSubset(made));
  return made;
}

/** Returns what pages call a font: `F-Source-Serif-4-400-normal`. */
export const fontName: (key: string) => string = remembered(
  (key) => `F-${key.replaceAll(/[^A-Za-z0-9]+/g, '-')}`,
);

/** Returns six capital letters that tell the subsets of a font apart (ISO 32000-2, 9.9.2). */
function tag(key: string): string {
  const digest = createHash('sha256').update(key).digest();
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('');
}
