/** This is what the tables of a font say of it (OpenType 1.9, 5). Lengths are units of the font. */
export interface FontFacts {
  readonly isCff: boolean;
  readonly glyphs: number;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly xHeight: number;
  readonly capHeight: number;
  /** This box holds all glyphs: left, bottom, right, top. */
  readonly box: readonly number[];
  readonly weight: number;
  readonly isItalic: boolean;
  /** The angle counts counterclockwise from upright, in degrees. */
  readonly italicAngle: number;
  readonly isFixedPitch: boolean;
  /** This is the class of the font's design, the high byte of `sFamilyClass`. */
  readonly family: number;
  /** This tells what embedding the font's license allows (`fsType`). */
  readonly rights: number;
}

const ITALIC_OR_OBLIQUE = 0x201;

/** Reads the facts out of a font's tables, as `tablesOf` returns them. */
export function fontFacts(tables: ReadonlyMap<string, DataView>): FontFacts {
  const read = (table: string, kind: 'getInt16' | 'getUint16' | 'getInt32', at: number): number => {
    const view = tables.get(table);
    return view && at + (kind === 'getInt32' ? 4 : 2) <= view.byteLength ? view[kind](at) : 0;
  };
  const ascent = read('hhea', 'getInt16', 4);
  const italicAngle = read('post', 'getInt32', 4) / 65_536;
  // Version 2 of the table brought the heights.
  const height = (at: number): number =>
    read('OS/2', 'getUint16', 0) >= 2 ? read('OS/2', 'getInt16', at) : 0;
  return {
    isCff: tables.has('CFF '),
    glyphs: read('maxp', 'getUint16', 4),
    unitsPerEm: read('head', 'getUint16', 18),
    ascent,
    descent: read('hhea', 'getInt16', 6),
    xHeight: height(86),
    capHeight: height(88) || ascent,
    box: [36, 38, 40, 42].map((at) => read('head', 'getInt16', at)),
    weight: read('OS/2', 'getUint16', 4) || 400,
    isItalic: (read('OS/2', 'getUint16', 62) & ITALIC_OR_OBLIQUE) !== 0 || italicAngle !== 0,
    italicAngle,
    isFixedPitch: read('post', 'getInt32', 12) !== 0,
    family: read('OS/2', 'getInt16', 30) >> 8,
    rights: read('OS/2', 'getUint16', 8),
  };
}
