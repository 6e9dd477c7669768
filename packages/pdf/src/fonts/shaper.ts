import { Blob, Buffer, ClusterLevel, Direction, Face, Feature, Font, shape } from 'harfbuzzjs';

/** A glyph of a shaped text. Lengths are units of the font. */
export interface ShapedGlyph {
  readonly id: number;
  /** The UTF-16 offset of the first letter it stands for. */
  readonly cluster: number;
  readonly advance: number;
  readonly xOffset: number;
  /** Upwards. */
  readonly yOffset: number;
}

export type TextDirection = 'ltr' | 'rtl';

/** How far ink reaches above the baseline and below it; below what stands above, it is negative. */
export interface Reach {
  readonly rise: number;
  readonly drop: number;
}

/** HarfBuzz with one font. */
export interface Shaper {
  /**
   * Shapes a text of one direction in its own script; glyphs stand from left to right, a letter apart from its
   * marks. A feature after a minus is one to do without.
   */
  readonly shape: (
    text: string,
    features: readonly string[],
    direction: TextDirection,
  ) => readonly ShapedGlyph[];
  /** A glyph's advance without kerning. */
  readonly advance: (glyph: number) => number;
  /** The glyph of a space; without width it stands in a letter for a joiner or a selector. */
  readonly space: number | undefined;
  /** Whether the font has a glyph of its own for a character. */
  readonly has: (codePoint: number) => boolean;
  /** How far a glyph's ink reaches above the baseline and below it. */
  readonly reach: (glyph: number) => Reach;
  /** A glyph's outline as SVG path data, y upwards. */
  readonly outline: (glyph: number) => string;
  /** A name of the font (OpenType 1.9, name identifiers); empty when it has none. */
  readonly name: (id: number) => string;
}

/** Letters that are no Latin ones: their own script is guessed; digits and stops alone are set as Latin ones. */
const FOREIGN = /(?=[^\0-\u024f\u1e00-\u1eff])\p{L}/u;

/** Opens the bytes of a TTF or OTF. */
export function openShaper(bytes: Uint8Array): Shaper {
  const face = new Face(new Blob(bytes), 0);
  const font = new Font(face);
  const buffer = new Buffer();
  const advances = new Map<number, number>();
  const known = new Map<string, Feature>();
  const featureOf = (name: string): Feature => {
    const feature =
      known.get(name) ?? (name.startsWith('-') ? new Feature(name.slice(1), 0) : new Feature(name, 1));
    known.set(name, feature);
    return feature;
  };
  return {
    shape(text, features, direction) {
      buffer.reset();
      // From left to right each glyph keeps what it stands for, also where it changed places.
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
    advance(glyph) {
      const ready = advances.get(glyph) ?? font.glyphHAdvance(glyph);
      advances.set(glyph, ready);
      return ready;
    },
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
