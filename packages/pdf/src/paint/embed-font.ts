import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { OpenedFont } from '../fonts/face.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { ObjectWriter } from './object-writer.ts';
import { decimal } from './pdf-document.ts';
import { toUnicode } from './to-unicode.ts';

/** The part of a fontkit font that is used to embed it. */
interface EmbeddableFont extends OpenedFont {
  readonly createSubset: () => Subset;
  readonly bbox: {
    readonly minX: number;
    readonly minY: number;
    readonly maxX: number;
    readonly maxY: number;
  };
  readonly italicAngle: number;
  readonly 'OS/2'?: { readonly sFamilyClass: number };
  readonly post: { readonly isFixedPitch: number };
  readonly head: { readonly macStyle: { readonly italic: boolean } };
}
interface Subset {
  readonly cff?: unknown;
  glyphs: number[];
  readonly includeGlyph: (glyph: number) => number;
  readonly encode: () => Uint8Array;
}

const FIXED = 1;
const SERIF = 2;
const SYMBOLIC = 4;
const SCRIPT = 8;
const ITALIC = 64;

/**
 * Embeds a font with the glyphs of `texts`, which tells what each stands for, as the object `id`. A
 * glyph's code is its id in the whole font, mapped to its place in the subset (ISO 32000-1, 9.7.4.2): so
 * what a page shows does not depend on the glyphs of other pages.
 */
export function embed(
  writer: ObjectWriter,
  fonts: FontSet,
  key: string,
  id: number,
  texts: Readonly<Record<number, string>>,
): void {
  const font = fonts.face(key).drawn() as EmbeddableFont;
  const glyphs = Object.keys(texts)
    .map(Number)
    .sort((a, b) => a - b);
  const { bytes, places } = program(font, glyphs);
  const isCff = places === undefined;
  const [file, descriptor, descendant, unicode] = [1, 2, 3, 4].map(writer.allot) as [
    number,
    number,
    number,
    number,
  ];
  writer.stream(file, isCff ? '/Subtype /CIDFontType0C' : `/Length1 ${bytes.length}`, deflateSync(bytes));
  const base = `${tag(key)}+${(font.postscriptName ?? 'Font').replaceAll(/[^!-~]|[()<>[\]{}/%#]/g, '_')}`;
  writer.object(descriptor, fontDescriptor(font, base, `/FontFile${isCff ? 3 : 2} ${file} 0 R`));
  const scale = 1000 / font.unitsPerEm;
  const widths = glyphs.map((glyph) => [glyph, font.getGlyph(glyph).advanceWidth * scale] as const);
  const map = places ? `/CIDToGIDMap ${glyphMap(writer, places)} 0 R` : '';
  const system = '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>';
  writer.object(
    descendant,
    `<</Type/Font/Subtype/CIDFontType${isCff ? 0 : 2}/BaseFont/${base}${system}/FontDescriptor ${descriptor} 0 R/DW 0/W[${widthArray(widths)}]${map}>>`,
  );
  const cmap = toUnicode(glyphs.map((glyph) => [glyph, texts[glyph] ?? '\ufffd'] as const));
  writer.stream(unicode, '', deflateSync(Buffer.from(cmap, 'latin1')));
  writer.object(
    id,
    `<</Type/Font/Subtype/Type0/BaseFont/${base}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
  );
}

/** The subset's font program, and the places of the glyphs in it where they are not their ids. */
function program(
  font: EmbeddableFont,
  glyphs: readonly number[],
): { readonly bytes: Uint8Array; readonly places: ReadonlyMap<number, number> | undefined } {
  const subset = font.createSubset();
  if (subset.cff === undefined) {
    const places = new Map(glyphs.map((glyph) => [glyph, subset.includeGlyph(glyph)] as const));
    return { bytes: subset.encode(), places };
  }
  // A CFF program has no map beside it: every glyph stays in its place, an unused one empty.
  const used = new Set(glyphs);
  subset.glyphs = Array.from({ length: (glyphs.at(-1) ?? 0) + 1 }, (_, id) => (used.has(id) ? id : 0));
  return { bytes: subset.encode(), places: undefined };
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

function fontDescriptor(font: EmbeddableFont, base: string, program: string): string {
  const scale = 1000 / font.unitsPerEm;
  const { minX, minY, maxX, maxY } = font.bbox;
  const family = (font['OS/2']?.sFamilyClass ?? 0) >> 8;
  const flags =
    SYMBOLIC |
    (font.post.isFixedPitch ? FIXED : 0) |
    (family >= 1 && family <= 7 ? SERIF : 0) |
    (family === 10 ? SCRIPT : 0) |
    (font.head.macStyle.italic ? ITALIC : 0);
  const of = (value: number): string => decimal(value * scale);
  const box = [minX, minY, maxX, maxY].map(of).join(' ');
  return `<</Type/FontDescriptor/FontName/${base}/Flags ${flags}/FontBBox[${box}]/ItalicAngle ${decimal(font.italicAngle)}/Ascent ${of(font.ascent)}/Descent ${of(font.descent)}/CapHeight ${of(font.capHeight || font.ascent)}/XHeight ${of(font.xHeight || 0)}/StemV 0${program}>>`;
}

function glyphMap(writer: ObjectWriter, places: ReadonlyMap<number, number>): number {
  const map = Buffer.alloc(2 * (Math.max(0, ...places.keys()) + 1));
  for (const [glyph, place] of places) map.writeUInt16BE(place, glyph * 2);
  const id = writer.allot();
  writer.stream(id, '', deflateSync(map));
  return id;
}

/** Runs of neighbouring codes, each with their widths (ISO 32000-1, 9.7.4.3). */
function widthArray(widths: readonly (readonly [number, number])[]): string {
  let array = '';
  let next = -1;
  for (const [code, width] of widths) {
    array += code === next ? ` ${decimal(width)}` : `${next < 0 ? '' : ']'}${code}[${decimal(width)}`;
    next = code + 1;
  }
  return array === '' ? '' : `${array}]`;
}
