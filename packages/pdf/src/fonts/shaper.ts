import { Blob, Buffer, ClusterLevel, Direction, Face, Feature, Font, shape } from 'harfbuzzjs';
import { remembered } from '../remembered.ts';

/** This is a glyph of a shaped text. Its lengths are units of the font. */
export interface ShapedGlyph {
  readonly id: number;
  /** This is the UTF-16 offset of the first letter that the glyph stands for. */
  readonly cluster: number;
  readonly advance: number;
  readonly xOffset: number;
  /** The offset counts upwards. */
  readonly yOffset: number;
}

export type TextDirection = 'ltr' | 'rtl';

/** Ink reaches so far above the baseline and below it. What ends above the baseline has a negative `drop`. */
export interface Reach {
  readonly rise: number;
  readonly drop: number;
}

/** This is HarfBuzz with one font. */
export interface Shaper {
  /**
   * Shapes a text of one direction in its own script. Glyphs stand from left to right, and a letter apart from its
   * marks. A feature whose name follows a minus is turned off.
   */
  readonly shape: (
    text: string,
    features: readonly string[],
    direction: TextDirection,
  ) => readonly ShapedGlyph[];
  /** Returns a glyph's advance without kerning. */
  readonly advance: (glyph: number) => number;
  /** This is the glyph of a space. HarfBuzz puts it without a width where a letter has a joiner or a selector. */
  readonly space: number | undefined;
  /** Tells whether the font has a glyph of its own for a character. */
  readonly has: (codePoint: number) => boolean;
  /** Returns how far a glyph's ink reaches above the baseline and below it. */
  readonly reach: (glyph: number) => Reach;
  /** Returns a glyph's outline as path data, in which y points up. */
  readonly outline: (glyph: number) => string;
  /** Returns a name of the font (OpenType 1.9, name); an empty one when it has none. */
  readonly name: (id: number) => string;
}

/** HarfBuzz guesses the script of letters that are not Latin. Digits and stops alone are set as Latin text. */
const FOREIGN = /(?=[^\0-\u024f\u1e00-\u1eff])\p{L}/u;

/** Opens the bytes of a TTF or OTF. */
export function openShaper(bytes: Uint8Array): Shaper {
  const face = new Face(new Blob(bytes), 0);
  const font = new Font(face);
  const buffer = new Buffer();
  const featureOf = remembered((name: string) =>
    name.startsWith('-') ? new Feature(name.slice(1), 0) : new Feature(name, 1),
  );
  return {
    shape(text, features, direction) {
      buffer.reset();
      // From left to right, each glyph keeps what it stands for, even where it has changed places.
      buffer.setClusterLevel(
        direction === 'rtl' ? ClusterLevel.MONOTONE_CHARACTERS : ClusterLevel.CHARACTERS,
      );
      buffer.addText(text);
      if (FOREIGN.test(text)) buffer.guessSegmentProperties();
      else buffer.setScript('Latn');
      buffer.setDirection(direction === 'rtl' ? Direction.RTL : Direction.LTR);
      shape(font, buffer, features.map(featureOf));
      const positions = buffer.getGlyphPositions();
      return buffer.getGlyphInfos().map(({ codepoint, cluster }, index) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
        return { id: codepoint, cluster, advance: xAdvance, xOffset, yOffset };
      });
    },
    advance: remembered((glyph) => font.glyphHAdvance(glyph)),
    space: font.nominalGlyph(0x20),
    has: (codePoint) => font.nominalGlyph(codePoint) !== undefined,
    reach(glyph) {
      const { yBearing = 0, height = 0 } = font.glyphExtents(glyph) ?? {};
      return { rise: yBearing, drop: -(yBearing + height) };
    },
    outline: (glyph) => font.glyphToPath(glyph),
    name: (id) => face.getName(id, 'en'),
  };
}
