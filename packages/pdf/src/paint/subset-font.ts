import { splitHead, withHead } from '../cache/headed-bytes.ts';
import type { OpenedFont } from '../fonts/opened-font.ts';
import { deflated } from './deflate.ts';
import { decimal } from './pdf-document.ts';

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

/** What the document holds of a font: its subset, and what is said of it. */
export interface SubsetFont {
  /** Deflated, and how long it is without that. */
  readonly program: Uint8Array;
  readonly length: number;
  readonly isCff: boolean;
  /** The glyphs' places in the subset where they are not their ids: two bytes a glyph, deflated. */
  readonly places: Uint8Array | undefined;
  readonly postscriptName: string;
  /** Entries of the font descriptor. */
  readonly descriptor: string;
  /** The advance widths (`W`, ISO 32000-1, 9.7.4.3). */
  readonly widths: string;
}

/** Cuts a font down to glyphs, given in rising order. */
export function subsetFont(opened: OpenedFont, glyphs: readonly number[]): SubsetFont {
  const font = opened as EmbeddableFont;
  const { bytes, places } = programOf(font, glyphs);
  const scale = 1000 / font.unitsPerEm;
  return {
    program: deflated(bytes),
    length: bytes.length,
    isCff: places === undefined,
    places: places && deflated(glyphMap(places)),
    postscriptName: (font.postscriptName ?? 'Font').replaceAll(/[^!-~]|[()<>[\]{}/%#]/g, '_'),
    descriptor: descriptorOf(font),
    widths: widthArray(glyphs.map((glyph) => [glyph, font.getGlyph(glyph).advanceWidth * scale] as const)),
  };
}

/** As it rests in a cache. */
export function packSubset({ program, places, ...facts }: SubsetFont): Uint8Array {
  return withHead({ ...facts, size: program.length }, [program, ...(places ? [places] : [])]);
}

/** What `packSubset` packed. */
export function openSubset(bytes: Uint8Array): SubsetFont {
  const { head, rest } = splitHead<Omit<SubsetFont, 'program' | 'places'> & { readonly size: number }>(bytes);
  const { size, ...facts } = head;
  return {
    ...facts,
    program: rest.subarray(0, size),
    places: facts.isCff ? undefined : rest.subarray(size),
  };
}

/** The subset's font program, and the places of the glyphs in it where they are not their ids. */
function programOf(
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

/** The entries of a font descriptor but its name and its program (ISO 32000-1, 9.8). */
function descriptorOf(font: EmbeddableFont): string {
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
  return `/Flags ${flags}/FontBBox[${box}]/ItalicAngle ${decimal(font.italicAngle)}/Ascent ${of(font.ascent)}/Descent ${of(font.descent)}/CapHeight ${of(font.capHeight || font.ascent)}/XHeight ${of(font.xHeight || 0)}/StemV 0`;
}

function glyphMap(places: ReadonlyMap<number, number>): Uint8Array {
  const map = Buffer.alloc(2 * (Math.max(0, ...places.keys()) + 1));
  for (const [glyph, place] of places) map.writeUInt16BE(place, glyph * 2);
  return map;
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
