import { createHash } from 'node:crypto';
import type { SealedCache } from '../cache/sealed-cache.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { deflated } from './deflate.ts';
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
 * Embeds a font with the codes of `texts`, which tells what each stands for, as the object `id`. A code tells the
 * glyph's id in the whole font, which it keeps in the subset (`MeaningCodes`): so what a page shows does not
 * depend on the glyphs of other pages.
 */
export async function embed(
  { writer, fonts, cache }: FontWork,
  key: string,
  id: number,
  texts: Readonly<Record<number, string>>,
): Promise<void> {
  const codes = Object.keys(texts)
    .map(Number)
    .sort((a, b) => a - b);
  const font = await cut(fonts, cache, key, codes);
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
  const map = font.isCff ? '' : `/CIDToGIDMap${font.map ? ` ${mapped(writer, font.map)}` : '/Identity'}`;
  const system = '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>';
  writer.object(
    descendant,
    `<</Type/Font/Subtype/CIDFontType${font.isCff ? 0 : 2}/BaseFont/${base}${system}/FontDescriptor ${descriptor} 0 R/DW 0/W[${font.widths}]${map}>>`,
  );
  const cmap = toUnicode(codes.map((code) => [code, texts[code] ?? '\ufffd'] as const));
  writer.stream(unicode, '', deflated(Buffer.from(cmap, 'latin1')));
  writer.object(
    id,
    `<</Type/Font/Subtype/Type0/BaseFont/${base}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
  );
}

/** Writes the map from codes to glyphs; how the font names it. */
function mapped(writer: ObjectWriter, map: string): string {
  const id = writer.allot();
  writer.stream(id, '', Buffer.from(map, 'base64'));
  return `${id} 0 R`;
}

/** The font with the glyphs of these codes alone: out of the cache when the same were cut before. */
async function cut(
  fonts: FontSet,
  cache: SealedCache,
  key: string,
  codes: readonly number[],
): Promise<SubsetFont> {
  const name = cache.key('font', process.versions.zlib, fonts.digest(key), codes);
  const ready = await cache.get(name);
  if (ready) return openSubset(ready);
  const made = subsetFont(fonts.face(key), codes);
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
