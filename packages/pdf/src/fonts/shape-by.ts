import { isInvisible } from './invisible.ts';
import type { FaceGlyph, FacePosition, GlyphPart, Shaped } from './opened-font.ts';
import type { Shaper } from './shaper.ts';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Whether a text is of a script that runs from right to left. */
export function runsBackwards(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * Shapes a text by HarfBuzz; glyphs come in the order of the text. Letters that take several glyphs are one
 * with `parts`, since textkit loses a glyph that stands for no letter; what is invisible has the id -1.
 */
export function shapeBy(shaper: Shaper, text: string, features: readonly string[]): Shaped {
  const backwards = runsBackwards(text);
  const clusters = new Map<number, GlyphPart[]>();
  for (const { id, cluster, advance, xOffset, yOffset } of shaper.shapeAny(
    text,
    features,
    backwards ? 'rtl' : 'ltr',
  )) {
    const parts = clusters.get(cluster) ?? [];
    parts.push({ id, advance, natural: shaper.advance(id), xOffset, yOffset });
    clusters.set(cluster, parts);
  }
  const starts = [...clusters.keys()].sort((a, b) => a - b);
  const glyphs: FaceGlyph[] = [];
  const positions: FacePosition[] = [];
  for (const [index, start] of starts.entries()) {
    const parts = clusters.get(start) ?? [];
    const own = text.slice(start, starts[index + 1] ?? text.length);
    const codePoints = [...own].map((letter) => letter.codePointAt(0) ?? 0);
    const gone = codePoints.every((code) => isInvisible(code) || code < 0x20);
    const [first] = parts;
    const advance = parts.reduce((sum, part) => sum + part.advance, 0);
    glyphs.push({
      id: gone ? -1 : (first?.id ?? -1),
      codePoints,
      text: own.replace('\u00a0', ' '),
      advanceWidth: gone ? 0 : (first?.natural ?? 0),
      isMark: advance === 0,
      ...(parts.length > 1 ? { parts } : {}),
    });
    const { xOffset = 0, yOffset = 0 } = parts.length > 1 ? {} : (first ?? {});
    positions.push({ xAdvance: gone ? 0 : advance, yAdvance: 0, xOffset, yOffset, advanceWidth: yOffset });
  }
  return { glyphs, positions };
}
