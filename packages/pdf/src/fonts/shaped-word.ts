import type { Break } from '../text/break-opportunities.ts';
import type { Hyphenator } from '../text/hyphenation.ts';
import type { FaceGlyph, FacePosition } from './face.ts';

/** A part of a line between two spaces, shaped once for every place it stands in. Lengths are ems. */
export interface ShapedWord {
  readonly text: string;
  readonly glyphs: readonly FaceGlyph[];
  /** Inside of a string of TJ's operand, see `GlyphRun`: `00120013>-12<0014`. */
  readonly show: string;
  readonly width: number;
  /** Where `show` leaves the pen: kerning behind the last glyph is not in it. */
  readonly drawn: number;
  /** Where each character begins; one more than there are characters. */
  readonly edges: readonly number[];
  /** Marks stand higher than the line, or a glyph is only part of a letter: set by textkit. */
  readonly difficult: boolean;
  /** Where it may be cut, by the customs it is cut by. */
  readonly cuts: WordCuts[];
}

interface WordCuts {
  readonly code: boolean;
  readonly hyphenate: Hyphenator | undefined;
  readonly breaks: readonly Break[];
}

/** Prepares a shaped text for `unitsPerEm` units an em. */
export function shapedWord(
  text: string,
  shaped: { readonly glyphs: readonly FaceGlyph[]; readonly positions: readonly FacePosition[] },
  unitsPerEm: number,
): ShapedWord {
  const glyphs: FaceGlyph[] = [];
  const edges: number[] = [];
  let show = '';
  let pen = 0;
  let drawn = 0;
  let difficult = false;
  for (const [index, glyph] of shaped.glyphs.entries()) {
    const position = shaped.positions[index];
    if (!position) continue;
    for (const codePoint of glyph.codePoints) {
      edges.push(pen);
      if (codePoint > 0xffff) edges.push(pen);
    }
    if (glyph.id < 0) continue;
    if (position.yOffset !== 0 || glyph.codePoints.length === 0) difficult = true;
    const shift = Math.round(((drawn - pen - position.xOffset) / unitsPerEm) * 1000);
    if (shift !== 0) {
      show += `>${shift}<`;
      drawn -= (shift * unitsPerEm) / 1000;
    }
    show += glyph.id.toString(16).padStart(4, '0');
    drawn += glyph.advanceWidth;
    pen += position.xAdvance;
    glyphs.push(glyph);
  }
  edges.push(pen);
  const ems = (units: number): number => units / unitsPerEm;
  return {
    text,
    glyphs,
    show,
    width: ems(pen),
    drawn: ems(drawn),
    edges: edges.map(ems),
    difficult: difficult || edges.length !== text.length + 1,
    cuts: [],
  };
}
