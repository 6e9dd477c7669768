import { Blob, Buffer, ClusterLevel, Direction, Face, Feature, Font, shape } from 'harfbuzzjs';

/** A glyph of a shaped word. Lengths are units of the font. */
export interface ShapedGlyph {
  readonly id: number;
  /** The UTF-16 offset of the first letter it stands for. */
  readonly cluster: number;
  readonly advance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** HarfBuzz with one font. */
export interface Shaper {
  /** Words of an alphabet that runs from left to right. */
  readonly shape: (text: string, features: readonly string[]) => readonly ShapedGlyph[];
  /** Any text, in its own script and direction: glyphs stand from left to right, a letter apart from its marks. */
  readonly shapeAny: (
    text: string,
    features: readonly string[],
    direction: 'ltr' | 'rtl',
  ) => readonly ShapedGlyph[];
  /** A glyph's advance without kerning. */
  readonly advance: (glyph: number) => number;
  readonly unitsPerEm: number;
}

/** Opens a font's bytes (TTF or OTF). */
export function openShaper(bytes: Uint8Array): Shaper {
  const copy = new Uint8Array(bytes);
  const face = new Face(new Blob(copy.buffer), 0);
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
  const shaped = (features: readonly string[]): readonly ShapedGlyph[] => {
    shape(font, buffer, features.map(featureOf));
    const positions = buffer.getGlyphPositions();
    return buffer.getGlyphInfos().map(({ codepoint, cluster }, index) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      return { id: codepoint, cluster, advance: xAdvance, xOffset, yOffset };
    });
  };
  return {
    unitsPerEm: face.upem,
    shape(text, features) {
      buffer.clearContents();
      buffer.addText(text);
      buffer.setDirection(Direction.LTR);
      buffer.setScript('Latn');
      return shaped(features);
    },
    shapeAny(text, features, direction) {
      buffer.reset();
      buffer.setClusterLevel(ClusterLevel.MONOTONE_CHARACTERS);
      buffer.addText(text);
      buffer.guessSegmentProperties();
      buffer.setDirection(direction === 'rtl' ? Direction.RTL : Direction.LTR);
      const glyphs = shaped(features);
      buffer.reset();
      return glyphs;
    },
    advance(glyph) {
      const ready = advances.get(glyph) ?? font.glyphHAdvance(glyph);
      advances.set(glyph, ready);
      return ready;
    },
  };
}
