import { createHash } from 'node:crypto';
import type { SealedCache } from '../cache/sealed-cache.ts';
import type { GlyphText } from '../display/display-list.ts';
import type { Face } from '../fonts/face.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { deflated } from './deflate.ts';
import { decimal } from './digits.ts';
import type { ObjectWriter } from './object-writer.ts';
import { openSubset, packSubset, type SubsetFont, subsetFont } from './subset-font.ts';
import { toUnicode } from './to-unicode.ts';

/** Where an embedded font goes, and where it comes from. */
export interface FontWork {
  readonly writer: ObjectWriter;
  readonly fonts: FontSet;
  readonly cache: SealedCache;
}

/**
 * Embeds a font with the glyphs of `texts`, which tells what each code stands for, as the object `id`. A
 * glyph's code is its id in the whole font, which it keeps in the subset (ISO 32000-1, 9.7.4.2): so what a page
 * shows does not depend on the glyphs of other pages. A code behind the font's glyphs shows one of them again.
 */
export async function embed(
  { writer, fonts, cache }: FontWork,
  key: string,
  id: number,
  texts: Readonly<Record<number, GlyphText>>,
): Promise<void> {
  const codes = Object.entries(texts).map(([code, said]) =>
    typeof said === 'string'
      ? ([Number(code), Number(code), said] as const)
      : ([Number(code), ...said] as const),
  );
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

/** The glyph of every code that is used (ISO 32000-1, 9.7.4.2); the object's number. */
function glyphMap(writer: ObjectWriter, codes: readonly Code[]): number {
  const map = Buffer.alloc(2 * (1 + Math.max(...codes.map(([code]) => code))));
  for (const [code, glyph] of codes) map.writeUInt16BE(glyph, 2 * code);
  const id = writer.allot();
  writer.stream(id, '', deflated(map));
  return id;
}

/** How wide second codes are, as entries of `W` (ISO 32000-1, 9.7.4.3). */
function secondWidths({ advance, unitsPerEm }: Face, seconds: readonly Code[]): string {
  return seconds.map(([code, glyph]) => `${code}[${decimal((advance(glyph) * 1000) / unitsPerEm)}]`).join('');
}

/** The font with these glyphs alone: out of the cache when the same were cut before. */
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

/** `F-Source-Serif-4-400-normal`. */
export function fontName(key: string): string {
  return `F-${key.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
}

/** Six capitals that tell subsets of one font apart (ISO 32000-1, 9.6.4). */
function tag(key: string): string {
  const digest = createHash('sha256').update(key).digest();
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('');
}
