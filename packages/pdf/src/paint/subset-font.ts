import { packed, unpacked } from '../cache/packed.ts';
import { cutFont } from '../fonts/cut-font.ts';
import type { Face } from '../fonts/face.ts';
import type { FontFacts } from '../fonts/font-facts.ts';
import { tablesOf } from '../fonts/sfnt.ts';
import { deflated } from './deflate.ts';
import { decimal } from './digits.ts';

const FIXED = 1;
const SERIF = 2;
const SYMBOLIC = 4;
const SCRIPT = 8;
const ITALIC = 64;

/** A document holds this of a font: its subset, and what is said of it. */
export interface SubsetFont {
  /** The program is compressed; `length` is how long it is otherwise. */
  readonly program: Uint8Array;
  readonly length: number;
  readonly isCff: boolean;
  readonly postscriptName: string;
  /** These are entries of the font descriptor. */
  readonly descriptor: string;
  /** These are the advance widths (`W`, ISO 32000-2, 9.7.4.3). */
  readonly widths: string;
}

/** A font's PostScript name has this identifier (OpenType 1.9, name). */
const POSTSCRIPT_NAME = 6;

/** Cuts a font down to glyphs, which keep their ids. They have to be given in rising order. */
export function subsetFont(face: Face, glyphs: readonly number[]): SubsetFont {
  const { bytes, isCff, unitsPerEm } = face;
  const whole = cutFont(bytes, glyphs);
  const table = isCff ? tablesOf(whole).get('CFF ') : undefined;
  const program = table ? new Uint8Array(table.buffer, table.byteOffset, table.byteLength) : whole;
  return {
    program: deflated(program),
    length: program.length,
    isCff,
    postscriptName: (face.name(POSTSCRIPT_NAME) || 'Font').replaceAll(/[^!-~]|[()<>[\]{}/%#]/g, '_'),
    descriptor: descriptorOf(face),
    widths: widthArray(glyphs.map((glyph) => [glyph, (face.advance(glyph) * 1000) / unitsPerEm] as const)),
  };
}

/** Packs a subset for the cache. */
export function packSubset({ program, ...facts }: SubsetFont): Uint8Array {
  return packed(facts, [program]);
}

/** Opens what `packSubset` packed. */
export function openSubset(bytes: Uint8Array): SubsetFont {
  const { head, parts } = unpacked<Omit<SubsetFont, 'program'>>(bytes);
  return { ...head, program: parts[0] as Uint8Array };
}

/** Returns the entries of a font descriptor, without those for its name and its program (ISO 32000-2, 9.8). */
function descriptorOf(facts: FontFacts): string {
  const { unitsPerEm, box, isFixedPitch, family, isItalic, italicAngle } = facts;
  const flags =
    SYMBOLIC |
    (isFixedPitch ? FIXED : 0) |
    (family >= 1 && family <= 7 ? SERIF : 0) |
    (family === 10 ? SCRIPT : 0) |
    (isItalic ? ITALIC : 0);
  const of = (value: number): string => decimal((value * 1000) / unitsPerEm);
  return `/Flags ${flags}/FontBBox[${box.map(of).join(' ')}]/ItalicAngle ${decimal(italicAngle)}/Ascent ${of(facts.ascent)}/Descent ${of(facts.descent)}/CapHeight ${of(facts.capHeight)}/XHeight ${of(facts.xHeight)}/StemV 0`;
}

/** Writes runs of consecutive codes, each with its widths (ISO 32000-2, 9.7.4.3). */
function widthArray(widths: readonly (readonly [number, number])[]): string {
  let array = '';
  let next = -1;
  for (const [code, width] of widths) {
    array += code === next ? ` ${decimal(width)}` : `${next < 0 ? '' : ']'}${code}[${decimal(width)}`;
    next = code + 1;
  }
  return array === '' ? '' : `${array}]`;
}
