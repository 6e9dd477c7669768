/** A glyph as textkit wants it: `codePoints` are what it stands for. */
export interface FaceGlyph {
  readonly id: number;
  readonly codePoints: readonly number[];
  /** The same as a string, for glyphs that come from `layout`. */
  readonly text?: string;
  readonly advanceWidth: number;
  readonly isMark?: boolean;
  /** Of a letter that takes several glyphs: these, from left to right, in units of the font. */
  readonly parts?: readonly GlyphPart[];
  readonly path?: { readonly toSVG: () => string };
}

export interface GlyphPart {
  readonly id: number;
  readonly advance: number;
  /** Its advance in its font, without kerning. */
  readonly natural: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

export interface FacePosition {
  readonly xAdvance: number;
  readonly yAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  /** Carries the mark's own height through textkit, which overwrites `yOffset`. */
  readonly advanceWidth?: number;
}

/** The part of a fontkit font that is used. */
export interface OpenedFont {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly xHeight: number;
  readonly capHeight: number;
  readonly postscriptName: string;
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
  readonly glyphForCodePoint: (codePoint: number) => FaceGlyph;
  readonly getGlyph: (id: number, codePoints?: number[]) => FaceGlyph;
  readonly layout: (
    text: string,
    features?: unknown,
    script?: string,
    language?: string,
    direction?: string,
  ) => Shaped;
}

export interface Shaped {
  readonly glyphs: readonly FaceGlyph[];
  readonly positions: readonly FacePosition[];
}
